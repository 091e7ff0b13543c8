/*
 * Copyright 2026 The InnerSource plugin authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { History, Signature } from '../git/History';
import { CODE_STYLES, CodeStyle, camelCase } from './code';
import {
  Comment,
  Issue,
  Label,
  PullRequest,
  Release,
  Repository,
  RepositoryContent,
  Review,
} from './model';
import { Random } from './random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * Somebody who can take part in a repository.
 *
 * @public
 */
export interface Participant {
  /** Null for somebody whose account was deleted. */
  login: string | null;
  name: string;
  email: string;
  /** A second address that some of the commits carry. */
  secondEmail?: string;
  /** Minutes east of UTC. */
  offset: number;
  bot?: boolean;
}

/**
 * Who takes part how much; weights are relative.
 *
 * @public
 */
export interface ParticipantGroup {
  people: readonly Participant[];
  weight: number;
  /** Outsiders have to wait for an answer; insiders review each other. */
  outside: boolean;
}

/**
 * An issue written by hand, still open.
 *
 * @public
 */
export interface PlannedIssue {
  title: string;
  body: string;
  labels: string[];
  ageDays: number;
  comments: number;
  assigned?: boolean;
}

/**
 * A file that is there from the start, or comes later.
 *
 * @public
 */
export interface PlannedFile {
  path: string;
  text: string;
  /** When it comes, 0 (first commit, default) to 1 (the newest). */
  at?: number;
}

/**
 * How a repository lived: what its two years of history are made from.
 *
 * @public
 */
export interface RepositoryPlan {
  repository: Repository;
  now: Date;
  seed: string;
  language: string;
  files: readonly PlannedFile[];
  /** Modules of code of a package; one file each. */
  modules: (packagePath: string) => readonly string[];
  /** False when there are no tests. */
  tests: boolean;
  /** Directories with code of their own (a monorepo's packages); `''` is the root. */
  packages: readonly string[];
  dependencies: readonly string[];
  /** Things that its people talk about: what titles are made of. */
  topics: readonly string[];
  owners: ParticipantGroup;
  /** People of other teams who may review, too. */
  guestReviewers: readonly Participant[];
  others: readonly ParticipantGroup[];
  /** Pull requests a week at a point of its life, 0 (created) to 1 (now). */
  rate: (progress: number) => number;
  /** Share of outside contributions at a point of its life. */
  outsideShare: (progress: number) => number;
  /** Commits pushed directly, for one pull request. */
  directCommits: number;
  /** Issues for one pull request. */
  issues: number;
  /** Median hours to the first response to outsiders and to the team itself. */
  responseHours: { outside: number; own: number };
  /** Share of pull requests that are closed without merge. */
  rejected: number;
  /** Share of outside pull requests that nobody ever answers. */
  ignored: number;
  /** Share of own pull requests merged without review. */
  selfMerged: number;
  mergeMethod: 'squash' | 'merge';
  /** Weeks between releases; 0 for none. */
  releaseWeeks: number;
  changelog: boolean;
  labels: readonly Label[];
  plannedIssues: readonly PlannedIssue[];
  /** The instant that ages of planned issues count back from; `now` unless given. */
  plannedIssuesAt?: Date;
}

interface Draft {
  kind: 'issue' | 'pull-request';
  at: number;
  number: number;
  build: (number: number) => void;
}

interface CommitEvent {
  at: number;
  make: (at: number) => void;
}

const FIX_VERBS = [
  'Fix',
  'Correct',
  'Harden',
  'Repair',
  'Guard against gaps in',
];
const FEATURE_VERBS = [
  'Add',
  'Support',
  'Extend',
  'Simplify',
  'Speed up',
  'Document',
  'Rework',
  'Test',
];
const ISSUE_PATTERNS: ReadonlyArray<
  readonly [label: string, title: (topic: string) => string]
> = [
  ['bug', topic => `Unexpected result for ${topic}`],
  ['bug', topic => `Time-outs with ${topic} under load`],
  ['bug', topic => `Wrong numbers after an update of ${topic}`],
  ['enhancement', topic => `Please make ${topic} configurable`],
  ['enhancement', topic => `Allow our team to reuse ${topic}`],
  ['documentation', topic => `Documentation of ${topic} is out of date`],
  ['question', topic => `How do I test ${topic}?`],
];
const APPROVAL_WORDS = [
  'Looks good to me, thank you.',
  'Thanks, this will help a lot of people.',
  'Approved. Happy to see you here again.',
  '',
];
const REVIEW_WORDS = [
  'Thanks! One naming suggestion, otherwise ready.',
  'Could you add a test for the empty case?',
  'Nice and small, easy to review.',
  'I tried it against the staging data and it holds.',
];
const COMMENT_WORDS = [
  'Thanks for raising this. I can reproduce it.',
  'We would welcome a pull request for this one.',
  'I have seen the same in our service.',
  'Let us talk about it in the next community call.',
  'Which version are you on?',
];

class Simulation {
  readonly #plan: RepositoryPlan;
  readonly #random: Random;
  readonly #style: CodeStyle;
  readonly #history = History.create();
  readonly #files = new Map<string, string>();
  readonly #drafts: Draft[] = [];
  readonly #events: CommitEvent[] = [];
  readonly #issues: Issue[] = [];
  readonly #pullRequests: PullRequest[] = [];
  readonly #releases: Release[] = [];
  readonly #dependencies = new Map<string, string>();
  readonly #created: number;
  readonly #pushed: number;
  readonly #now: number;
  #nextId: number;
  #changelog: string[] = [];

  constructor(plan: RepositoryPlan) {
    this.#plan = plan;
    this.#random = Random.create(plan.seed, plan.repository.id);
    this.#style = CODE_STYLES[plan.language] ?? CODE_STYLES.TypeScript;
    this.#created = Date.parse(plan.repository.createdAt);
    this.#pushed = Date.parse(plan.repository.pushedAt);
    this.#now = plan.now.getTime();
    this.#nextId = plan.repository.id * 100_000;
    for (const name of plan.dependencies) {
      this.#dependencies.set(
        name,
        `${this.#random.integer(1, 6)}.${this.#random.integer(
          0,
          12,
        )}.${this.#random.integer(0, 9)}`,
      );
    }
  }

  run(): RepositoryContent {
    this.#planLife();
    this.#planDocuments();
    this.#planReleases();
    this.#planStarterIssues();

    this.#drafts.sort((a, b) => a.at - b.at);
    this.#drafts.forEach((draft, index) => draft.build(index + 1));
    this.#writeHistory();
    return {
      history: this.#history,
      labels: [...this.#plan.labels],
      issues: this.#issues,
      pullRequests: this.#pullRequests,
      releases: this.#releases.reverse(),
    };
  }

  #id(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  #planLife() {
    const { plan, random } = { plan: this.#plan, random: this.#random };
    const life = Math.max(this.#now - this.#created, 1);
    for (let week = this.#created; week < this.#now; week += WEEK) {
      const progress = (week - this.#created) / life;
      const count = this.#countFor(plan.rate(progress));
      for (let i = 0; i < count; i++) {
        const at = this.#workingTime(week);
        if (at < this.#now && at > this.#created + HOUR) {
          const outside = random.chance(plan.outsideShare(progress));
          this.#planPullRequest(at, outside);
        }
      }
      const direct = this.#countFor(plan.rate(progress) * plan.directCommits);
      for (let i = 0; i < direct; i++) {
        const at = this.#workingTime(week);
        if (at < this.#pushed && at > this.#created + HOUR) {
          this.#planDirectCommit(at);
        }
      }
      const issues = this.#countFor(plan.rate(progress) * plan.issues);
      for (let i = 0; i < issues && plan.repository.hasIssues; i++) {
        const at = this.#workingTime(week);
        if (at < this.#now && at > this.#created + HOUR) {
          this.#planIssue(at, random.chance(plan.outsideShare(progress)));
        }
      }
    }
  }

  #countFor(rate: number): number {
    const whole = Math.floor(rate);
    return whole + (this.#random.chance(rate - whole) ? 1 : 0);
  }

  #workingTime(week: number): number {
    const day = this.#random.weighted([
      [0, 5],
      [1, 6],
      [2, 6],
      [3, 6],
      [4, 4],
      [5, 0.3],
      [6, 0.2],
    ]);
    const monday = week - ((Math.floor(week / DAY) + 3) % 7) * DAY;
    const midnight = Math.floor(monday / DAY) * DAY;
    return (
      midnight + day * DAY + this.#random.integer(7 * 3600, 17 * 3600) * 1000
    );
  }

  #outsider(): Participant {
    const groups = this.#plan.others.filter(group => group.people.length > 0);
    if (groups.length === 0) {
      return this.#random.pick(this.#plan.owners.people);
    }
    const group = this.#random.weighted(
      groups.map(item => [item, item.weight] as const),
    );
    return this.#random.pick(group.people);
  }

  #owner(except?: Participant): Participant {
    const people = this.#plan.owners.people.filter(
      person => person.login !== except?.login && !person.bot,
    );
    const pool = people.length > 0 ? people : this.#plan.owners.people;
    // The first ones do most of the work, as in life.
    return this.#random.weighted(
      pool.map((person, index) => [person, 1 / (index + 1)] as const),
    );
  }

  #planPullRequest(at: number, outside: boolean) {
    const random = this.#random;
    const plan = this.#plan;
    const author = outside ? this.#outsider() : this.#owner();
    if (author.bot) {
      this.#planUpdate(at, author);
      return;
    }
    const fix = random.chance(0.4);
    const topic = random.pick(plan.topics);
    const title = `${random.pick(fix ? FIX_VERBS : FEATURE_VERBS)} ${topic}`;
    const ignored =
      outside && (random.chance(plan.ignored) || at > this.#pushed);
    const reviewer = this.#owner(author);
    const alone = reviewer.login === author.login;
    const selfMerged = !outside && (alone || random.chance(plan.selfMerged));
    const responseAt =
      at +
      random.logNormal(
        outside ? plan.responseHours.outside : plan.responseHours.own,
        0.9,
      ) *
        HOUR;
    const endAt = selfMerged
      ? at + random.logNormal(3, 0.8) * HOUR
      : responseAt + random.logNormal(outside ? 30 : 12, 1) * HOUR;
    const rejected = random.chance(plan.rejected);
    const ended = !ignored && endAt < this.#now;
    const merged = ended && !rejected && endAt < this.#pushed;

    const comments: Comment[] = [];
    const reviews: Review[] = [];
    const respond = (when: number, last: boolean) => {
      if (!last && random.chance(0.4)) {
        comments.push({
          id: this.#id(),
          author: reviewer.login,
          body: random.pick(COMMENT_WORDS),
          createdAt: iso(when),
        });
        return;
      }
      reviews.push({
        id: this.#id(),
        author: reviewer.login,
        state: last && merged ? 'APPROVED' : 'COMMENTED',
        body: random.pick(last && merged ? APPROVAL_WORDS : REVIEW_WORDS),
        submittedAt: iso(when),
      });
    };
    if (random.chance(0.25)) {
      comments.push({
        id: this.#id(),
        author: author.login,
        body: 'Ready for a look whenever you have a moment.',
        createdAt: iso(Math.min(at + 20 * 60_000, this.#now - 1000)),
      });
    }
    if (!selfMerged && !ignored && responseAt < this.#now) {
      respond(responseAt, false);
      if (ended) {
        respond(Math.max(responseAt, endAt - 10 * 60_000), true);
        if (merged && random.chance(0.25)) {
          const second =
            plan.guestReviewers.length > 0 && random.chance(0.6)
              ? random.pick(plan.guestReviewers)
              : this.#owner(reviewer);
          if (second.login !== author.login) {
            reviews.push({
              id: this.#id(),
              author: second.login,
              state: 'APPROVED',
              body: '',
              submittedAt: iso(Math.max(responseAt, endAt - 5 * 60_000)),
            });
          }
        }
      }
    }
    if (random.chance(0.15) && at + DAY < this.#now && !ignored) {
      comments.push({
        id: this.#id(),
        author: 'meridian-ci',
        body: 'All checks have passed.',
        createdAt: iso(at + 6 * 60_000),
      });
    }
    comments.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    reviews.sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));

    const packagePath = random.pick(plan.packages);
    const modules = random.sample(
      plan.modules(packagePath),
      random.weighted([
        [1, 5],
        [2, 3],
        [3, 1],
      ]),
    );
    const withTest = plan.tests && random.chance(0.6);
    const coAuthor = random.chance(0.08) && !alone ? reviewer : undefined;
    this.#drafts.push({
      kind: 'pull-request',
      at,
      number: 0,
      build: number => {
        const pullRequest: PullRequest = {
          id: this.#id(),
          number,
          title,
          body: `${title}.\n\nThis helps ${
            outside ? 'our team' : 'us'
          } with ${topic}. Tests are ${withTest ? 'included' : 'unchanged'}.\n`,
          author: author.login,
          createdAt: iso(at),
          updatedAt: iso(at),
          closedAt: ended ? iso(endAt) : null,
          labels: this.#labels(fix ? 'bug' : 'enhancement'),
          assignees: [],
          comments,
          state: 'OPEN',
          isDraft: !ended && !ignored && random.chance(0.1),
          mergedAt: null,
          mergedBy: null,
          mergeCommit: null,
          headRefName: `${camelCase(title)}-${number}`,
          fromFork: outside && plan.repository.allowForking,
          reviews,
          requestedReviewers:
            ended || !reviewer.login || alone ? [] : [reviewer.login],
          files: modules.map(module => ({
            path: this.#sourcePath(packagePath, module),
            additions: random.integer(3, 40),
            deletions: random.integer(0, 10),
          })),
        };
        if (merged) {
          this.#events.push({
            at: endAt,
            make: when => {
              const files = this.#change(
                packagePath,
                modules,
                `${title} ${number}`,
                title,
                withTest,
              );
              this.#mergePullRequest({
                pullRequest,
                author,
                mergedBy: selfMerged ? author : reviewer,
                coAuthor,
                files,
                at: when,
              });
            },
          });
        } else if (ended) {
          pullRequest.state = 'CLOSED';
        }
        touch(pullRequest);
        this.#pullRequests.push(pullRequest);
      },
    });
  }

  /** A dependency update by a bot. */
  #planUpdate(at: number, bot: Participant) {
    const random = this.#random;
    const dependencies = [...this.#dependencies.keys()];
    if (dependencies.length === 0) {
      return;
    }
    const dependency = random.pick(dependencies);
    const endAt = at + random.logNormal(40, 1) * HOUR;
    const ended = endAt < this.#pushed;
    const merged = ended && random.chance(0.8);
    const approver = this.#owner();
    this.#drafts.push({
      kind: 'pull-request',
      at,
      number: 0,
      build: number => {
        const pullRequest: PullRequest = {
          id: this.#id(),
          number,
          title: `Bump ${dependency} to the newest release`,
          body: `Bumps ${dependency}.\n`,
          author: bot.login,
          createdAt: iso(at),
          updatedAt: iso(at),
          closedAt: ended ? iso(endAt) : null,
          labels: this.#labels('dependencies'),
          assignees: [],
          comments: [],
          state: ended && !merged ? 'CLOSED' : 'OPEN',
          isDraft: false,
          mergedAt: null,
          mergedBy: null,
          mergeCommit: null,
          headRefName: `${bot.login}/${dependency}-${number}`,
          fromFork: false,
          reviews: merged
            ? [
                {
                  id: this.#id(),
                  author: approver.login,
                  state: 'APPROVED',
                  body: '',
                  submittedAt: iso(endAt - 5 * 60_000),
                },
              ]
            : [],
          requestedReviewers: [],
          files: [{ path: this.#style.manifest, additions: 1, deletions: 1 }],
        };
        if (merged) {
          this.#events.push({
            at: endAt,
            make: when => {
              const [major, minor, patch] = this.#dependencies
                .get(dependency)!
                .split('.')
                .map(Number);
              this.#dependencies.set(
                dependency,
                this.#random.chance(0.2)
                  ? `${major}.${minor + 1}.0`
                  : `${major}.${minor}.${patch + 1}`,
              );
              pullRequest.title = `Bump ${dependency} to ${this.#dependencies.get(
                dependency,
              )}`;
              this.#mergePullRequest({
                pullRequest,
                author: bot,
                mergedBy: approver,
                files: new Map([[this.#style.manifest, this.#manifest()]]),
                at: when,
              });
            },
          });
        }
        touch(pullRequest);
        this.#pullRequests.push(pullRequest);
      },
    });
  }

  #mergePullRequest(options: {
    pullRequest: PullRequest;
    author: Participant;
    mergedBy: Participant;
    coAuthor?: Participant;
    files: Map<string, string>;
    at: number;
  }) {
    const { pullRequest, author, mergedBy, coAuthor, files, at } = options;
    const trailer = coAuthor
      ? `\n\nCo-authored-by: ${coAuthor.name} <${coAuthor.email}>`
      : '';
    const web: Signature = {
      name: 'GitHub',
      email: 'noreply@github.com',
      at,
      offset: 0,
    };
    if (this.#plan.mergeMethod === 'squash') {
      const commit = this.#commit({
        files,
        author: this.#signature(author, at),
        committer: web,
        message: `${pullRequest.title} (#${pullRequest.number})${trailer}\n`,
      });
      pullRequest.mergeCommit = commit.oid;
      pullRequest.files = commit.changes.map(toPullRequestFile);
    } else {
      const base = this.#history.head!;
      const branch = this.#commit({
        files,
        author: this.#signature(author, at - 60_000),
        message: `${pullRequest.title}${trailer}\n`,
      });
      pullRequest.files = branch.changes.map(toPullRequestFile);
      pullRequest.mergeCommit = this.#commit({
        files,
        parents: [base, branch],
        author: this.#signature(mergedBy, at),
        committer: web,
        message: `Merge pull request #${pullRequest.number} from ${
          author.login ?? 'ghost'
        }/${pullRequest.headRefName}\n\n${pullRequest.title}\n`,
      }).oid;
    }
    pullRequest.state = 'MERGED';
    pullRequest.mergedAt = iso(at);
    pullRequest.closedAt = iso(at);
    pullRequest.mergedBy = mergedBy.login;
    pullRequest.requestedReviewers = [];
    touch(pullRequest);
  }

  #commit(options: {
    files: Map<string, string | null>;
    parents?: ReturnType<History['commit']>[];
    author: Signature;
    committer?: Signature;
    message: string;
  }) {
    for (const [path, text] of options.files) {
      if (text === null) {
        this.#files.delete(path);
      } else {
        this.#files.set(path, text);
      }
    }
    return this.#history.commit(options);
  }

  #planDirectCommit(at: number) {
    const author = this.#owner();
    const topic = this.#random.pick(this.#plan.topics);
    const title = `${this.#random.pick(FIX_VERBS)} ${topic}`;
    const packagePath = this.#random.pick(this.#plan.packages);
    const modules = [this.#random.pick(this.#plan.modules(packagePath))];
    this.#events.push({
      at,
      make: when => {
        this.#commit({
          files: this.#change(
            packagePath,
            modules,
            `${title} ${this.#history.commits.length}`,
            title,
            false,
          ),
          author: this.#signature(author, when),
          message: `${title}\n`,
        });
      },
    });
  }

  #planIssue(at: number, outside: boolean) {
    const random = this.#random;
    const plan = this.#plan;
    let author = outside ? this.#outsider() : this.#owner();
    if (author.bot) {
      author = this.#owner();
    }
    const topic = random.pick(plan.topics);
    const [label, makeTitle] = random.pick(ISSUE_PATTERNS);
    const title = makeTitle(topic);
    const responder = this.#owner(author);
    const responseAt =
      at +
      random.logNormal(
        outside ? plan.responseHours.outside * 1.5 : plan.responseHours.own,
        1,
      ) *
        HOUR;
    const ignored = at > this.#pushed || random.chance(plan.ignored);
    const comments: Comment[] = [];
    if (
      !ignored &&
      responseAt < this.#now &&
      responder.login !== author.login
    ) {
      comments.push({
        id: this.#id(),
        author: responder.login,
        body: random.pick(COMMENT_WORDS),
        createdAt: iso(responseAt),
      });
    }
    const endAt = responseAt + random.logNormal(14 * 24, 1.1) * HOUR;
    const closed = !ignored && random.chance(0.85) && endAt < this.#now;
    this.#drafts.push({
      kind: 'issue',
      at,
      number: 0,
      build: number => {
        const issue: Issue = {
          id: this.#id(),
          number,
          title,
          body: `We noticed this while working with ${topic}.\n`,
          author: author.login,
          createdAt: iso(at),
          updatedAt: iso(at),
          closedAt: closed ? iso(endAt) : null,
          labels: this.#labels(label),
          assignees:
            !ignored && random.chance(0.4) && responder.login
              ? [responder.login]
              : [],
          comments,
          state: closed ? 'CLOSED' : 'OPEN',
          stateReason: closed ? 'COMPLETED' : null,
        };
        touch(issue);
        this.#issues.push(issue);
      },
    });
  }

  #planStarterIssues() {
    const random = this.#random;
    const reference = (this.#plan.plannedIssuesAt ?? this.#plan.now).getTime();
    for (const planned of this.#plan.plannedIssues) {
      const at =
        reference - planned.ageDays * DAY + random.integer(7, 16) * HOUR;
      const author = this.#owner();
      const assignee = this.#outsider();
      this.#drafts.push({
        kind: 'issue',
        at: Math.max(at, this.#created + HOUR),
        number: 0,
        build: number => {
          const comments: Comment[] = [];
          for (let i = 0; i < planned.comments; i++) {
            const when =
              at + ((i + 1) / (planned.comments + 1)) * (reference - at);
            comments.push({
              id: this.#id(),
              author: (i % 2 === 0 ? assignee : author).login,
              body: random.pick(COMMENT_WORDS),
              createdAt: iso(when),
            });
          }
          const issue: Issue = {
            id: this.#id(),
            number,
            title: planned.title,
            body: planned.body,
            author: author.login,
            createdAt: iso(Math.max(at, this.#created + HOUR)),
            updatedAt: iso(at),
            closedAt: null,
            labels: planned.labels.filter(name =>
              this.#plan.labels.some(label => label.name === name),
            ),
            assignees:
              planned.assigned && assignee.login ? [assignee.login] : [],
            comments,
            state: 'OPEN',
            stateReason: null,
          };
          touch(issue);
          this.#issues.push(issue);
        },
      });
    }
  }

  #planDocuments() {
    const life = this.#pushed - this.#created;
    for (const file of this.#plan.files) {
      if (file.at === undefined || file.at <= 0) {
        continue;
      }
      const author = this.#owner();
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      this.#events.push({
        at: Math.min(this.#created + file.at * life + 9 * HOUR, this.#pushed),
        make: when => {
          this.#commit({
            files: new Map([[file.path, file.text]]),
            author: this.#signature(author, when),
            message: `${
              this.#files.has(file.path) ? 'Improve' : 'Add'
            } ${name}\n`,
          });
        },
      });
    }
  }

  #planReleases() {
    const every = this.#plan.releaseWeeks * WEEK;
    if (every <= 0) {
      return;
    }
    let minor = 0;
    let major = 0;
    for (
      let at = this.#created + every;
      at < this.#pushed;
      at += every * (0.8 + this.#random.next() * 0.4)
    ) {
      minor += 1;
      if (minor > 9) {
        major += 1;
        minor = 0;
      }
      const version = `${major}.${minor}.0`;
      const author = this.#owner();
      this.#events.push({
        at,
        make: when => {
          this.#changelog.unshift(
            `## ${version} – ${iso(when).slice(0, 10)}\n\n- ${this.#random.pick(
              FEATURE_VERBS,
            )} ${this.#random.pick(this.#plan.topics)}\n- ${this.#random.pick(
              FIX_VERBS,
            )} ${this.#random.pick(this.#plan.topics)}\n`,
          );
          const files = new Map<string, string>([['VERSION', `${version}\n`]]);
          if (this.#plan.changelog) {
            files.set(
              'CHANGELOG.md',
              `# Changelog\n\n${this.#changelog.join('\n')}`,
            );
          }
          const commit = this.#commit({
            files,
            author: this.#signature(author, when),
            message: `Release ${version}\n`,
          });
          this.#releases.push({
            id: this.#id(),
            tagName: `v${version}`,
            name: version,
            body: this.#plan.changelog ? this.#changelog[0] : '',
            author: author.login,
            isPrerelease: false,
            createdAt: iso(when),
            publishedAt: iso(when),
            commit: commit.oid,
          });
        },
      });
    }
  }

  #writeHistory() {
    const first = this.#owner();
    const files = new Map<string, string>();
    for (const file of this.#plan.files) {
      if (file.at === undefined || file.at <= 0) {
        files.set(file.path, file.text);
      }
    }
    for (const packagePath of this.#plan.packages) {
      for (const module of this.#plan.modules(packagePath)) {
        files.set(
          this.#sourcePath(packagePath, module),
          this.#style.header(module),
        );
      }
    }
    if (this.#hasCode()) {
      files.set(this.#style.manifest, this.#manifest());
    }
    const events = this.#events
      .filter(event => event.at <= this.#pushed)
      .sort((a, b) => a.at - b.at);
    const still = events.length === 0 && !this.#hasCode();
    this.#commit({
      files,
      author: this.#signature(first, still ? this.#pushed : this.#created),
      message: 'Initial commit\n',
    });
    if (events.length === 0 && !still) {
      this.#planDirectCommit(this.#pushed);
      events.push(this.#events[this.#events.length - 1]);
    }
    let previous = this.#created;
    events.forEach((event, index) => {
      // Strictly increasing, so that order by date and order by descent agree.
      // Two minutes leave room for the branch commit of a merge.
      const at =
        index === events.length - 1
          ? Math.max(this.#pushed, previous + 120_000)
          : Math.max(event.at, previous + 120_000);
      const when =
        Math.floor(
          Math.min(at, this.#pushed - (events.length - 1 - index) * 120_000) /
            1000,
        ) * 1000;
      event.make(when);
      previous = when;
    });
  }

  #hasCode(): boolean {
    return this.#plan.packages.some(
      packagePath => this.#plan.modules(packagePath).length > 0,
    );
  }

  #manifest(): string {
    return this.#style.renderManifest(
      this.#plan.repository.name,
      this.#dependencies,
    );
  }

  #sourcePath(packagePath: string, module: string): string {
    const prefix = packagePath ? `${packagePath}/` : '';
    return `${prefix}${this.#style.sourceDirectory}/${module}.${
      this.#style.extension
    }`;
  }

  #change(
    packagePath: string,
    modules: string[],
    name: string,
    comment: string,
    withTest: boolean,
  ): Map<string, string> {
    const files = new Map<string, string>();
    for (const module of modules) {
      const path = this.#sourcePath(packagePath, module);
      const old = this.#files.get(path) ?? this.#style.header(module);
      files.set(
        path,
        `${makeRoom(old)}${this.#style.block(name, `${comment}.`)}`,
      );
    }
    if (withTest) {
      const prefix = packagePath ? `${packagePath}/` : '';
      const path = `${prefix}${this.#style.testFile(modules[0])}`;
      files.set(
        path,
        `${makeRoom(this.#files.get(path) ?? '')}${this.#style.test(name)}`,
      );
    }
    return files;
  }

  #labels(name: string): string[] {
    return this.#plan.labels.some(label => label.name === name) ? [name] : [];
  }

  #signature(person: Participant, at: number): Signature {
    return {
      name: person.name,
      email:
        person.secondEmail && this.#random.chance(0.3)
          ? person.secondEmail
          : person.email,
      at: Math.floor(at / 1000) * 1000,
      offset: person.offset,
    };
  }
}

/**
 * Lets a repository live through its plan.
 *
 * @public
 */
export function simulateRepository(plan: RepositoryPlan): RepositoryContent {
  return new Simulation(plan).run();
}

/**
 * What a repository's life looks like at an instant in the middle of it: what
 * happens later has not happened yet.
 *
 * @public
 */
export function revealUntil(
  content: RepositoryContent,
  instant: Date,
): RepositoryContent {
  const end = iso(instant.getTime());
  const before = (text: string) => text <= end;
  const discussion = <T extends Issue | PullRequest>(item: T): T => ({
    ...item,
    comments: item.comments.filter(comment => before(comment.createdAt)),
  });
  return {
    labels: content.labels,
    history: content.history.until(instant.getTime()),
    releases: content.releases.filter(release => before(release.publishedAt)),
    issues: content.issues
      .filter(issue => before(issue.createdAt))
      .map(issue => {
        const shown = discussion(issue);
        if (shown.closedAt && !before(shown.closedAt)) {
          shown.closedAt = null;
          shown.state = 'OPEN';
          shown.stateReason = null;
        }
        touch(shown);
        return shown;
      }),
    pullRequests: content.pullRequests
      .filter(pullRequest => before(pullRequest.createdAt))
      .map(pullRequest => {
        const shown = discussion(pullRequest);
        shown.reviews = shown.reviews.filter(review =>
          before(review.submittedAt),
        );
        if (shown.closedAt && !before(shown.closedAt)) {
          shown.closedAt = null;
          shown.mergedAt = null;
          shown.mergedBy = null;
          shown.mergeCommit = null;
          shown.state = 'OPEN';
        }
        touch(shown);
        return shown;
      }),
  };
}

/** Longest text of a generated source file before new blocks replace the newest. */
const MAX_SOURCE_LENGTH = 4000;

/** Keeps generated files, and with them all their versions, small. */
function makeRoom(text: string): string {
  if (text.length < MAX_SOURCE_LENGTH) {
    return text;
  }
  return text.slice(0, text.trimEnd().lastIndexOf('\n\n') + 1);
}

function iso(at: number): string {
  return `${new Date(Math.floor(at / 1000) * 1000)
    .toISOString()
    .slice(0, 19)}Z`;
}

function toPullRequestFile(change: {
  path: string;
  additions: number;
  deletions: number;
}) {
  return {
    path: change.path,
    additions: change.additions,
    deletions: change.deletions,
  };
}

function touch(item: Issue | PullRequest) {
  const instants = [
    item.createdAt,
    item.closedAt,
    ...item.comments.map(comment => comment.createdAt),
    ...('reviews' in item
      ? item.reviews.map(review => review.submittedAt)
      : []),
  ].filter((instant): instant is string => instant !== null);
  item.updatedAt = instants.sort()[instants.length - 1];
}
