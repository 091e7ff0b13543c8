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

import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BotDetector,
  changeRequestRecord,
  contributionDay,
  dayMonthsBefore,
  dayOf,
  formatDay,
  identityKeys,
  identityLabel,
  RawContribution,
  RepositoryRef,
  ScmIdentity,
} from '@ispo/backstage-plugin-innersource-common';
import {
  ContributionPage,
  RepositorySource,
} from '@ispo/backstage-plugin-innersource-node';
import { NOBODY, RELATION_CODES } from '../store/contributionCodes';
import {
  ContributionWriter,
  CountedContribution,
  ITEM_KEY_LENGTH,
  KnownChangeRequest,
  lastingPerson,
  PageWriter,
  ProjectToRead,
  Reading,
  StoredChangeRequest,
  StoredStanding,
} from '../store/ContributionWriter';
import { PersonRequest, StoredPerson } from '../store/PeopleStore';
import { digestKey, OrganisationGraph } from './OrganisationGraph';
import { decideStanding, Ownership, ownershipOf } from './standing';

/** Contributions written in one transaction at most, whatever a source's page holds. */
const MAX_BATCH = 2_000;

/** Co-authors of a commit that are counted at most. */
const MAX_CO_AUTHORS = 20;

/** Texts of change requests are cut at these lengths. */
const MAX_TITLE_LENGTH = 200;
const MAX_URL_LENGTH = 1_000;
const MAX_EXTERNAL_ID_LENGTH = 128;

/** A first fill that began up to this many days later than wanted now still suffices. */
const SINCE_TOLERANCE_DAYS = 31;

/** Hosts whose `<host>/user-login` annotation stands for all hosts of a source. */
const ANNOTATION_HOSTS: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
};

interface ReadProject extends ProjectToRead {
  id: number;
}

/** Turns raw contributions of one repository into rows. */
class Batch {
  readonly #projects: ReadonlyArray<ReadProject & Ownership>;
  readonly #hosts: string[];
  readonly #graph: OrganisationGraph;
  readonly #bots: BotDetector;
  readonly #firstDay: number;

  constructor(options: {
    repository: RepositoryRef;
    sourceId: string;
    projects: readonly ReadProject[];
    graph: OrganisationGraph;
    bots: BotDetector;
    firstDay: number;
  }) {
    const { repository, sourceId, projects, graph } = options;
    this.#graph = graph;
    this.#bots = options.bots;
    this.#firstDay = options.firstDay;
    this.#hosts = [
      ...new Set([repository.host, ANNOTATION_HOSTS[sourceId]].filter(Boolean)),
    ];
    this.#projects = projects.map(project => ({
      ...project,
      ...ownershipOf(project.owner, graph),
    }));
  }

  async write(
    writer: PageWriter,
    delivered: readonly RawContribution[],
  ): Promise<void> {
    const contributions = delivered.filter(isReadable);
    if (contributions.length === 0) {
      return;
    }
    const people = await this.#resolvePeople(writer, contributions);
    const standings = new Map<string, StoredStanding>();
    const standing = async (
      project: ReadProject & Ownership,
      person: StoredPerson,
      bot: boolean,
    ) => {
      const key = `${project.id} ${person.id} ${bot}`;
      let known = standings.get(key);
      if (!known) {
        known = await this.#decide(writer, project, person, bot);
        standings.set(key, known);
      }
      return known;
    };

    const requests = contributions.filter(c => c.kind === 'change-request');
    const known = await writer.knownChangeRequests(
      this.#projects.map(project => project.id),
      [...new Set(requests.map(request => externalIdOf(request)))],
    );
    const changeRequests: StoredChangeRequest[] = [];
    const counted: CountedContribution[] = [];
    for (const contribution of contributions) {
      const bot = this.#bots.isBot(contribution.author);
      const day = contributionDay(contribution);
      const author = people.get(contribution.author) ?? nobody();
      const externalId = externalIdOf(contribution);
      for (const project of this.#projects) {
        if (project.path !== '' && !contribution.paths.includes(project.path)) {
          continue;
        }
        let person = author;
        let decided: StoredStanding | undefined;
        if (contribution.kind === 'change-request') {
          const before: KnownChangeRequest | undefined = known.get(
            `${project.id} ${externalId}`,
          );
          person = lastingPerson(before, author);
          decided = before?.standing ?? (await standing(project, person, bot));
          changeRequests.push(
            this.#changeRequest(contribution, {
              projectId: project.id,
              externalId,
              person,
              mergedBy:
                contribution.mergedBy &&
                !this.#bots.isBot(contribution.mergedBy)
                  ? people.get(contribution.mergedBy)?.id ?? null
                  : null,
              standing: decided,
            }),
          );
        }
        if (day !== null && day >= this.#firstDay) {
          counted.push({
            projectId: project.id,
            day,
            kind: contribution.kind,
            person,
            standing: decided ?? (await standing(project, person, bot)),
            itemKey: itemKeyOf(contribution.id),
          });
          const credited = new Set([NOBODY, person.id, ...person.formerIds]);
          for (const identity of coAuthorsOf(contribution)) {
            const coAuthor = people.get(identity) ?? nobody();
            if (!credited.has(coAuthor.id)) {
              credited.add(coAuthor.id);
              counted.push({
                projectId: project.id,
                day,
                kind: 'co-authorship',
                person: coAuthor,
                standing: await standing(
                  project,
                  coAuthor,
                  this.#bots.isBot(identity),
                ),
                itemKey: itemKeyOf(contribution.id),
              });
            }
          }
        }
      }
    }
    await writer.saveChangeRequests(
      changeRequests.filter(
        item =>
          item.closedAt === null || item.closedAt >= this.#firstDay * 86_400,
      ),
    );
    await writer.count(counted);
  }

  async #resolvePeople(
    writer: PageWriter,
    contributions: readonly RawContribution[],
  ): Promise<Map<ScmIdentity, StoredPerson>> {
    const identities: ScmIdentity[] = [];
    const requests: PersonRequest[] = [];
    for (const contribution of contributions) {
      for (const identity of [
        contribution.author,
        ...(contribution.mergedBy ? [contribution.mergedBy] : []),
        ...coAuthorsOf(contribution),
      ]) {
        const digests = identityKeys(identity, this.#hosts).map(digestKey);
        identities.push(identity);
        requests.push({
          digests,
          user: this.#graph.userOf(digests),
          label: identityLabel(identity),
        });
      }
    }
    const people = await writer.people(requests);
    return new Map(identities.map((identity, i) => [identity, people[i]]));
  }

  async #decide(
    writer: PageWriter,
    project: ReadProject & Ownership,
    person: StoredPerson,
    bot: boolean,
  ): Promise<StoredStanding> {
    return decideStanding(
      writer,
      project,
      bot ? 'bot' : person.user,
      this.#graph,
    );
  }

  #changeRequest(
    contribution: RawContribution,
    decided: {
      projectId: number;
      externalId: string;
      person: StoredPerson;
      mergedBy: number | null;
      standing: StoredStanding;
    },
  ): StoredChangeRequest {
    const { projectId, externalId, person, mergedBy, standing } = decided;
    // An automatic greeting is no answer.
    const answered =
      contribution.firstResponder === undefined ||
      !this.#bots.isBot(contribution.firstResponder);
    const record = changeRequestRecord(contribution, 'unknown');
    const keepText =
      record.state === 'open' || standing.relation === RELATION_CODES.other;
    return {
      projectId,
      externalId,
      personId: person.id,
      mergedBy,
      standing,
      state: record.state,
      selfMerged: record.selfMerged,
      createdAt: record.createdAt,
      closedAt: record.closedAt,
      firstResponseAt: answered ? record.firstResponseAt : null,
      title: keepText ? clip(contribution.title, MAX_TITLE_LENGTH) : null,
      url: keepText ? httpUrl(contribution.url) : null,
    };
  }
}

/** What one reading did. */
export interface IngestResult {
  pages: number;
  contributions: number;
  /** True when there was no complete reading of this kind before. */
  first: boolean;
}

/**
 * Reads a repository's contributions from where the last reading left off,
 * decides how each contributor stands to each project's owner, and stores sums.
 */
export class ContributionIngest {
  readonly #writer: ContributionWriter;
  readonly #bots: BotDetector;
  readonly #historyMonths: number;

  static create(options: {
    writer: ContributionWriter;
    bots: BotDetector;
    historyMonths: number;
  }): ContributionIngest {
    return new ContributionIngest(options);
  }

  private constructor(options: {
    writer: ContributionWriter;
    bots: BotDetector;
    historyMonths: number;
  }) {
    this.#writer = options.writer;
    this.#bots = options.bots;
    this.#historyMonths = options.historyMonths;
  }

  /**
   * @throws SourceError when the source fails; what was read before stays
   */
  async ingest(options: {
    repository: RepositoryRef & { id: number };
    source: RepositorySource;
    projects: readonly ProjectToRead[];
    graph: OrganisationGraph;
    now: Date;
    signal: AbortSignal;
    logger: LoggerService;
  }): Promise<IngestResult> {
    const { repository, source, projects, graph, now, signal, logger } =
      options;
    if (!source.readContributions || projects.length === 0) {
      return { pages: 0, contributions: 0, first: false };
    }
    const firstDay = dayMonthsBefore(dayOf(now), this.#historyMonths);
    const since = startOf(firstDay);
    const { reading, projectIds } = await this.#writer.begin({
      repositoryId: repository.id,
      source: source.id,
      since,
      sufficientSince: startOf(firstDay + SINCE_TOLERANCE_DAYS),
      projects,
    });
    const batch = new Batch({
      repository,
      sourceId: source.id,
      projects: projects.flatMap(project => {
        const id = projectIds.get(project.entityRef);
        return id === undefined ? [] : { ...project, id };
      }),
      graph,
      bots: this.#bots,
      firstDay,
    });

    const result: IngestResult = {
      pages: 0,
      contributions: 0,
      first: reading.replacing,
    };
    let state: Reading = reading;
    const pages = source.readContributions(
      {
        repository,
        paths: [...new Set(projects.map(project => project.path))],
        ...(reading.cursor !== null && { cursor: reading.cursor }),
        since,
        isBot: identity => this.#bots.isBot(identity),
      },
      { signal, logger },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      state = await this.#write(page, state, {
        batch,
        repositoryId: repository.id,
        projectIds: [...projectIds.values()],
      });
      result.pages += 1;
      result.contributions += page.contributions.length;
    }
    signal.throwIfAborted();
    await this.#writer.complete({
      repositoryId: repository.id,
      projectIds: [...projectIds.values()],
      firstDay,
      now,
    });
    return result;
  }

  /** A page and its cursor in one transaction. */
  async #write(
    page: ContributionPage,
    before: Reading,
    options: { batch: Batch; repositoryId: number; projectIds: number[] },
  ): Promise<Reading> {
    const { batch, repositoryId, projectIds } = options;
    const after: Reading = {
      cursor: page.cursor,
      replacing: before.replacing || page.replacesAll === true,
    };
    await this.#writer.page(async writer => {
      if (page.replacesAll) {
        await writer.replaceAll(projectIds);
      }
      for (
        let start = 0;
        start < page.contributions.length;
        start += MAX_BATCH
      ) {
        await batch.write(
          writer,
          page.contributions.slice(start, start + MAX_BATCH),
        );
      }
      await writer.moveCursor({
        repositoryId,
        from: before.cursor,
        to: page.cursor,
        replacing: after.replacing,
      });
    });
    return after;
  }
}

function nobody(): StoredPerson {
  return { id: NOBODY, user: null, formerIds: [] };
}

/** Sources are trusted to mean well, not to be free of mistakes. */
function isReadable(contribution: RawContribution): boolean {
  return (
    contribution.id !== '' &&
    [
      contribution.createdAt,
      contribution.closedAt,
      contribution.firstResponseAt,
    ].every(
      instant => instant === undefined || !Number.isNaN(Date.parse(instant)),
    )
  );
}

function externalIdOf(contribution: RawContribution): string {
  const { id } = contribution;
  return id.length <= MAX_EXTERNAL_ID_LENGTH && !id.includes('\u0000')
    ? id
    : digestKey(id);
}

function coAuthorsOf({ kind, coAuthors = [] }: RawContribution): ScmIdentity[] {
  return kind === 'commit' ? coAuthors.slice(0, MAX_CO_AUTHORS) : [];
}

function itemKeyOf(id: string): string {
  return createHash('sha256')
    .update(id)
    .digest('base64url')
    .slice(0, ITEM_KEY_LENGTH);
}

function startOf(day: number): string {
  return `${formatDay(day)}T00:00:00.000Z`;
}

function clip(text: string | undefined, length: number): string | null {
  return text === undefined ? null : text.slice(0, length);
}

/** People click on it: anything but a web address is dropped. */
function httpUrl(url: string | undefined): string | null {
  return url !== undefined &&
    url.length <= MAX_URL_LENGTH &&
    (url.startsWith('https://') || url.startsWith('http://'))
    ? url
    : null;
}
