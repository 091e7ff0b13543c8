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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogFacts,
  changeRequestMetrics,
  ChangeRequestRecord,
  contributionMonths,
  ContributionTally,
  contributionWindow,
  ContributionWindowDays,
  dayMonthsBefore,
  dayOf,
  DependentFact,
  Fact,
  foldContributingTeams,
  foldTeamExchanges,
  formatDay,
  innerSourceShare,
  known,
  mainRelation,
  makesContributor,
  mayNameTeam,
  monthOf,
  monthsBetween,
  MyContributions,
  noRelationCounts,
  PeoplePolicy,
  PersonContributions,
  ProjectContributions,
  projectUsage,
  RelationCounts,
  summarizeContributions,
  TeamContributions,
  tell,
  unknown,
  windowDays,
} from '@ispo/backstage-plugin-innersource-common';
import { VisibleScope } from '../permissions/VisibleProjects';
import { chunked, DayRange } from '../store/columns';
import {
  ContributionProject,
  ContributionStore,
  Exchange,
} from '../store/ContributionStore';
import { CatalogOrganisation } from './CatalogOrganisation';
import { NamableTeams } from './NamableTeams';
import { owningTeam } from './ContributionsTask';
import { NO_CHANGE_REQUESTS, seesChangeRequests } from './StoredMeasuredFacts';

/** Entity refs per call of `getEntitiesByRefs`. */
const REFS_PER_CALL = 200;

/** Longest lists in answers. */
const MAX_PEOPLE = 200;
const MAX_CHANGE_REQUESTS = 200;
const MAX_GIVEN_PROJECTS = 50;

const SECONDS_PER_DAY = 86_400;

/** Who asks. */
export interface Caller {
  credentials: BackstageCredentials;
  /** Entity ref; undefined for a service. */
  user?: string;
}

/**
 * Puts together the answers about contributions, and obeys the privacy policy
 * while doing so: nothing that may not be shown leaves this class.
 */
export class ContributionReports {
  readonly #store: ContributionStore;
  readonly #organisation: CatalogOrganisation;
  readonly #catalog: CatalogService;
  readonly #namableTeams: NamableTeams;
  readonly #policy: PeoplePolicy;
  readonly #historyMonths: number;

  static create(options: {
    store: ContributionStore;
    organisation: CatalogOrganisation;
    catalog: CatalogService;
    policy: PeoplePolicy;
    historyMonths: number;
  }): ContributionReports {
    return new ContributionReports(options);
  }

  private constructor(options: {
    store: ContributionStore;
    organisation: CatalogOrganisation;
    catalog: CatalogService;
    policy: PeoplePolicy;
    historyMonths: number;
  }) {
    this.#store = options.store;
    this.#organisation = options.organisation;
    this.#catalog = options.catalog;
    this.#namableTeams = NamableTeams.create(options);
    this.#policy = options.policy;
    this.#historyMonths = options.historyMonths;
  }

  /** One project; the caller must be allowed to see it. */
  async project(options: {
    entityRef: string;
    catalog: CatalogFacts;
    days: ContributionWindowDays;
    caller: Caller;
    now: Date;
  }): Promise<ProjectContributions> {
    const { entityRef, catalog, days, caller, now } = options;
    const project = (await this.#store.getProjects([entityRef])).get(entityRef);
    const { firstDay, lastDay } = windowDays(now, days);
    const history = this.#history(now);
    const unit = project?.unit ?? 'change-request';
    const owner = owningTeam(catalog);

    const tallies = project
      ? await this.#store.getTallies(project.id, firstDay, lastDay)
      : [];
    const firstDays = project
      ? await this.#store.getFirstDays(project.id, unit)
      : new Map<number, number>();
    const monthlyTallies = project
      ? await this.#store.getMonthlyTallies(project.id, history)
      : new Map<string, ContributionTally[]>();
    const changeRequests = await this.#changeRequests(
      project,
      history.firstDay,
    );
    const summary = summarizeContributions({
      tallies,
      unit,
      firstDays,
      firstDay,
    });
    const contributorTallies = tallies.filter(tally =>
      makesContributor(tally.kind, unit),
    );
    const mayName = await this.#namableTeams.among(
      contributorTallies.flatMap(({ team }) => team ?? []),
      caller.credentials,
    );
    return {
      ...summary,
      entityRef,
      owner,
      status: project?.readAt ? 'ready' : 'pending',
      reading: await this.#store.getReading(
        VisibleScope.of(new Set([entityRef])),
      ),
      updatedAt: project?.readAt ?? null,
      source: project?.source ?? null,
      window: contributionWindow(now, days),
      historyFrom: formatDay(history.firstDay),
      unit,
      teams: {
        ...summary.teams,
        list: foldContributingTeams(summary.teams.list, mayName),
      },
      changeRequests: changeRequests.known
        ? known(
            changeRequestMetrics(changeRequests.value, { firstDay, lastDay }),
          )
        : changeRequests,
      usage: catalog.dependents.known
        ? known(
            projectUsage(
              await this.#visibleOnly(catalog.dependents.value, caller),
              owner,
            ),
          )
        : catalog.dependents,
      months: contributionMonths(monthlyTallies, {
        unit,
        firstDays,
        changeRequests: changeRequests.known ? changeRequests.value : null,
        firstDay: history.firstDay,
        lastDay,
      }),
      people: {
        visibility: this.#policy.visibility,
        items: await this.#people(
          contributorTallies,
          { firstDays, firstDay, mayName },
          caller,
        ),
      },
    };
  }

  /** One group, with the groups below it. */
  async team(options: {
    entityRef: string;
    days: ContributionWindowDays;
    scope: VisibleScope;
    caller: Caller;
    now: Date;
  }): Promise<TeamContributions> {
    const { entityRef, days, scope, caller, now } = options;
    const graph = await this.#organisation.graph();
    const owners = graph.withDescendants(entityRef);
    const window = windowDays(now, days);
    const history = this.#history(now);
    const mayShowGiven = mayNameTeam(
      graph.memberCount(entityRef),
      this.#policy,
    );
    const given = mayShowGiven
      ? await this.#store.getGiven(entityRef, scope, window)
      : [];
    const received = await this.#store.getReceived(
      entityRef,
      owners,
      scope,
      window,
    );
    const helped = sumBy(given, exchange => exchange.team);
    const helping = sumBy(received.exchanges, exchange => exchange.team);
    const mayName = await this.#namableTeams.among(
      [...helped.keys(), ...helping.keys()],
      caller.credentials,
    );
    const byGrade = await this.#store.countProjectsByGrade(owners, scope);
    const fromOutside = total(received.exchanges);
    const months = monthsBetween(history.firstDay, history.lastDay);
    const givenByMonth = mayShowGiven
      ? byMonth(await this.#store.getGivenDays(entityRef, scope, history))
      : undefined;
    const receivedByMonth = byMonth(
      await this.#store.getReceivedDays(entityRef, owners, scope, history),
    );
    return {
      entityRef,
      reading: await this.#store.getReading(scope),
      window: contributionWindow(now, days),
      projects: {
        total: byGrade.reduce((sum, { count }) => sum + count, 0),
        byGrade,
      },
      given: mayShowGiven
        ? {
            contributions: total(given),
            contributors: await this.#store.countGivers(
              entityRef,
              scope,
              window,
            ),
            projects: [...sumBy(given, exchange => exchange.entityRef)]
              .map(([ref, contributions]) => ({
                entityRef: ref,
                contributions,
              }))
              .sort(
                (a, b) =>
                  b.contributions - a.contributions ||
                  (a.entityRef < b.entityRef ? -1 : 1),
              )
              .slice(0, MAX_GIVEN_PROJECTS),
            teams: foldTeamExchanges(helped, mayName),
          }
        : null,
      received: {
        contributions: fromOutside,
        contributors: received.contributors,
        share: innerSourceShare({
          own: received.own,
          other: fromOutside,
          unknown: received.unknown,
          bot: 0,
        }),
        teams: foldTeamExchanges(helping, mayName),
      },
      months: months.map(month => ({
        month,
        given: givenByMonth ? givenByMonth.get(month) ?? 0 : null,
        received: receivedByMonth.get(month) ?? 0,
      })),
    };
  }

  /** The caller's own contributions to other teams. */
  async personal(options: {
    user: string;
    days: ContributionWindowDays;
    scope: VisibleScope;
    caller: Caller;
    now: Date;
  }): Promise<MyContributions> {
    const { user, days, scope, caller, now } = options;
    const { firstDay } = windowDays(now, days);
    const range = this.#history(now);
    const ids = await this.#store.findPersonIds(user);
    const history = await this.#store.getPersonal(ids, scope, range);
    const inWindow = history.filter(item => item.day >= firstDay);
    const counts = { 'change-request': 0, commit: 0, review: 0, issue: 0 };
    for (const { kind, count } of inWindow) {
      counts[kind === 'co-authorship' ? 'commit' : kind] += count;
    }
    const ofCode = (item: (typeof history)[number]) =>
      makesContributor(item.kind, item.unit);
    const code = inWindow.filter(ofCode);
    const projects = new Map<string, number>();
    const helped = new Map<string, number>();
    for (const { entityRef, owner, count } of code) {
      projects.set(entityRef, (projects.get(entityRef) ?? 0) + count);
      if (owner !== null) {
        helped.set(owner, (helped.get(owner) ?? 0) + count);
      }
    }
    const months = byMonth(history.filter(ofCode));
    const seconds = Math.floor(now.getTime() / 1000);
    const changeRequests = await this.#store.getPersonalChangeRequests(
      ids,
      scope,
      firstDay * SECONDS_PER_DAY,
      MAX_CHANGE_REQUESTS,
    );
    return {
      user,
      reading: await this.#store.getReading(scope),
      window: contributionWindow(now, days),
      identified: ids.length > 0,
      counts,
      projects: [...projects]
        .map(([entityRef, contributions]) => ({ entityRef, contributions }))
        .sort(
          (a, b) =>
            b.contributions - a.contributions ||
            (a.entityRef < b.entityRef ? -1 : 1),
        ),
      teamsHelped: foldTeamExchanges(
        helped,
        await this.#namableTeams.among([...helped.keys()], caller.credentials),
      ),
      changeRequests: changeRequests.map(item => ({
        ...item,
        createdAt: toInstant(item.createdAt),
        closedAt: item.closedAt === null ? null : toInstant(item.closedAt),
        firstResponseAt:
          item.firstResponseAt === null
            ? null
            : toInstant(item.firstResponseAt),
        days: Math.max(
          0,
          Math.floor(
            ((item.closedAt ?? seconds) - item.createdAt) / SECONDS_PER_DAY,
          ),
        ),
      })),
      months: monthsBetween(range.firstDay, range.lastDay).map(month => ({
        month,
        contributions: months.get(month) ?? 0,
      })),
    };
  }

  /** Those that are open or were closed since a day. */
  async #changeRequests(
    project: ContributionProject | undefined,
    firstDay: number,
  ): Promise<Fact<ChangeRequestRecord[]>> {
    if (!project?.readAt) {
      return unknown(tell('contributions-unread'));
    }
    if (!seesChangeRequests(project.source)) {
      return unknown(NO_CHANGE_REQUESTS);
    }
    return known(
      await this.#store.getChangeRequests(
        project.id,
        firstDay * SECONDS_PER_DAY,
      ),
    );
  }

  /** Dependents that the catalog shows to the caller. */
  async #visibleOnly(
    dependents: readonly DependentFact[],
    caller: Caller,
  ): Promise<DependentFact[]> {
    const visible: DependentFact[] = [];
    for (const part of chunked(dependents, REFS_PER_CALL)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: part.map(({ entityRef }) => entityRef),
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials: caller.credentials },
      );
      visible.push(...part.filter((_, index) => items[index]));
    }
    return visible;
  }

  /** Everybody, the caller, or nobody: as the administrator has decided. */
  async #people(
    tallies: readonly ContributionTally[],
    context: {
      firstDays: ReadonlyMap<number, number>;
      firstDay: number;
      mayName: (team: string) => boolean;
    },
    caller: Caller,
  ): Promise<PersonContributions[]> {
    const { firstDays, firstDay, mayName } = context;
    const { visibility } = this.#policy;
    if (
      visibility === 'hidden' ||
      (visibility === 'self' && caller.user === undefined)
    ) {
      return [];
    }
    const shown =
      visibility === 'self' && caller.user !== undefined
        ? new Set(await this.#store.findPersonIds(caller.user))
        : undefined;
    const byPerson = new Map<number, ContributionTally[]>();
    for (const tally of tallies) {
      if (
        tally.person !== null &&
        tally.relation !== 'bot' &&
        (shown === undefined || shown.has(tally.person))
      ) {
        byPerson.set(tally.person, [
          ...(byPerson.get(tally.person) ?? []),
          tally,
        ]);
      }
    }
    const people = await this.#store.getPeople([...byPerson.keys()]);
    return [...byPerson]
      .map(([id, own]): PersonContributions => {
        const person = people.get(id);
        const counts: RelationCounts = noRelationCounts();
        own.forEach(({ relation, count }) => {
          counts[relation] += count;
        });
        const relation = mainRelation(counts);
        const team = own.find(tally => tally.relation === relation)?.team;
        return {
          user: person?.user ?? null,
          name: person?.label || person?.user || 'unknown',
          relation,
          // The caller's own team is no secret to the caller.
          team: team && (visibility === 'self' || mayName(team)) ? team : null,
          contributions: own.reduce((sum, { count }) => sum + count, 0),
          isNew: (firstDays.get(id) ?? firstDay) >= firstDay,
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
      .slice(0, MAX_PEOPLE);
  }

  /** Days of which contributions are kept. */
  #history(now: Date): DayRange {
    const lastDay = dayOf(now);
    return { firstDay: dayMonthsBefore(lastDay, this.#historyMonths), lastDay };
  }
}

function total(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, { contributions }) => sum + contributions, 0);
}

/** Sums by a key; what has none is left out. */
function sumBy(
  exchanges: readonly Exchange[],
  key: (exchange: Exchange) => string | null,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const exchange of exchanges) {
    const at = key(exchange);
    if (at !== null) {
      sums.set(at, (sums.get(at) ?? 0) + exchange.contributions);
    }
  }
  return sums;
}

function byMonth(
  days: ReadonlyArray<{ day: number; count: number }>,
): Map<string, number> {
  const months = new Map<string, number>();
  for (const { day, count } of days) {
    const month = monthOf(day);
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return months;
}

function toInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
