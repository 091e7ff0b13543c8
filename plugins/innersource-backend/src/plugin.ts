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
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  BotDetector,
  CheckDefinition,
  createDocumentSelector,
  evaluateProject,
  innersourcePermissions,
  parseEvaluationSettings,
  resolveChecks,
} from '@ispo/backstage-plugin-innersource-common';
import {
  GitRepositorySource,
  innersourceExtensionPoint,
  readGitSourceOptions,
  RefreshTrigger,
  RepositorySource,
} from '@ispo/backstage-plugin-innersource-node';
import { DateTime } from 'luxon';
import { readInnerSourceConfig } from './config';
import { CatalogOrganisation } from './contributions/CatalogOrganisation';
import { readContributionsConfig } from './contributions/config';
import { ContributionIngest } from './contributions/ContributionIngest';
import { NamableTeams } from './contributions/NamableTeams';
import { ContributionReports } from './contributions/ContributionReports';
import { ContributionsTask } from './contributions/ContributionsTask';
import { Restatement } from './contributions/Restatement';
import { StoredMeasuredFacts } from './contributions/StoredMeasuredFacts';
import { Discovery } from './discover/Discovery';
import { EvaluationTask } from './evaluation/EvaluationTask';
import { EvaluationMetrics } from './evaluation/EvaluationMetrics';
import { Evaluator } from './evaluation/Evaluator';
import { FactsTask } from './evaluation/FactsTask';
import { Sources } from './evaluation/Sources';
import { Worker } from './evaluation/Worker';
import { createContributionsRouter } from './http/contributionsRouter';
import { createDiscoverRouter } from './http/discoverRouter';
import { createHelpWantedRouter } from './http/helpWantedRouter';
import { createOrganizationsRouter } from './http/organizationsRouter';
import { createProgramRouter } from './http/programRouter';
import { createProjectsRouter } from './http/projectsRouter';
import { createRouter } from './http/router';
import { createStatusRouter } from './http/statusRouter';
import { OrganizationReadings } from './organizations/OrganizationReadings';
import { VisibleProjects } from './permissions/VisibleProjects';
import { ProgramReports } from './program/ProgramReports';
import { ProgramScopes } from './program/ProgramScopes';
import { CatalogSync } from './projects/CatalogSync';
import {
  createCatalogScmEventsTrigger,
  RefreshRequests,
} from './projects/RefreshRequests';
import { SourceLocator } from './projects/sourceLocation';
import { ContributionStore } from './store/ContributionStore';
import { ContributionWriter } from './store/ContributionWriter';
import { DatabaseEvaluationStore } from './store/EvaluationStore';
import { DatabaseExportStore } from './store/ExportStore';
import { DatabaseFactsStore } from './store/FactsStore';
import { DatabaseHelpWantedStore } from './store/HelpWantedStore';
import { openDatabase } from './store/migrations';
import { DatabaseOrganizationStore } from './store/OrganizationStore';
import { PeopleStore } from './store/PeopleStore';
import { DatabaseProjectListStore } from './store/ProjectListStore';
import { ProgramStore } from './store/ProgramStore';
import { DatabaseProjectStore } from './store/ProjectStore';
import { DatabaseQueueStore } from './store/QueueStore';
import { StandingStore } from './store/StandingStore';
import { DatabaseStateStore } from './store/StateStore';
import { DatabaseSuggestionStore } from './store/SuggestionStore';
import { CONTRIBUTIONS_TASK, EVALUATION_TASK, FACTS_TASK } from './store/tasks';
import { DatabaseStatusStore } from './store/StatusStore';

/** Groups and users of a catalog that has just started arrive within seconds of each other. */
const ORGANISATION_SETTLES_MILLISECONDS = 12_000;

/**
 * The InnerSource backend plugin. Add repository sources and checks to it
 * through `innersourceExtensionPoint` of `@ispo/backstage-plugin-innersource-node`.
 *
 * @public
 */
export const innersourcePlugin = createBackendPlugin({
  pluginId: 'innersource',
  register(env) {
    const addedSources: RepositorySource[] = [];
    const addedChecks: CheckDefinition[] = [];
    const addedTriggers: RefreshTrigger[] = [];
    env.registerExtensionPoint(innersourceExtensionPoint, {
      addRepositorySource: (...sources) => addedSources.push(...sources),
      addCheck: (...checks) => addedChecks.push(...checks),
      addRefreshTrigger: (...triggers) => addedTriggers.push(...triggers),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init(deps) {
        const { logger } = deps;
        const config = readInnerSourceConfig(deps.config);
        const contributionsConfig = readContributionsConfig(deps.config);
        const rawConfig = deps.config.getOptional('innersource');
        const settings = parseEvaluationSettings(rawConfig, {
          additionalChecks: addedChecks,
        });
        const checks = resolveChecks(settings, addedChecks);
        const settingsHash = hashOf([rawConfig, checks]);

        deps.permissionsRegistry.addPermissions(innersourcePermissions);

        const knex = await openDatabase(deps.database);
        const projects = DatabaseProjectStore.create({ knex });
        const facts = DatabaseFactsStore.create({ knex });
        const evaluations = DatabaseEvaluationStore.create({ knex });
        const queue = DatabaseQueueStore.create({ knex });
        const state = DatabaseStateStore.create({ knex });
        const lists = DatabaseProjectListStore.create({ knex });

        const integrations = ScmIntegrations.fromConfig(deps.config);
        const sources = Sources.create({
          sources: [
            ...addedSources,
            GitRepositorySource.fromConfig(deps.config, { logger }),
          ],
        });
        const visibleProjects = VisibleProjects.create({
          permissions: deps.permissions,
          catalog: deps.catalog,
          filter: config.catalog,
        });

        const contributions = ContributionStore.create({ knex });
        const organisation = CatalogOrganisation.create({
          catalog: deps.catalog,
          auth: deps.auth,
          logger,
          aliases: contributionsConfig.aliases,
          settleMilliseconds: ORGANISATION_SETTLES_MILLISECONDS,
        });
        const restatement = Restatement.create({
          standings: StandingStore.create({ knex }),
          projects,
          people: PeopleStore.create({ knex }),
          organisation,
          onDecided: repositoryIds =>
            queue.enqueue({
              task: EVALUATION_TASK,
              repositoryIds,
              at: new Date(),
            }),
        });
        const discovery = Discovery.create({
          auth: deps.auth,
          catalog: deps.catalog,
          organisation,
          lists,
          suggestions: DatabaseSuggestionStore.create({ knex }),
        });
        const evaluator = Evaluator.create({
          evaluateProject: (projectFacts, now) =>
            evaluateProject(projectFacts, { settings, checks, now }),
          settingsHash,
          membership: config.membership,
          projects,
          facts,
          evaluations,
          measured: StoredMeasuredFacts.create({ store: contributions }),
        });
        const tasks = [
          FactsTask.create({
            sources,
            documents: createDocumentSelector(checks),
            intervalMilliseconds: config.evaluation.intervalMilliseconds,
            projects,
            facts,
            evaluator,
            onRead: repositoryId =>
              queue.enqueue({
                task: CONTRIBUTIONS_TASK,
                repositoryIds: [repositoryId],
                at: new Date(),
              }),
          }),
          EvaluationTask.create({ evaluator }),
          ContributionsTask.create({
            sources,
            projects,
            organisation,
            ingest: ContributionIngest.create({
              writer: ContributionWriter.create({ knex }),
              bots: BotDetector.create(contributionsConfig.botPatterns),
              historyMonths: contributionsConfig.historyMonths,
            }),
            onRead: repositoryId =>
              queue.enqueue({
                task: EVALUATION_TASK,
                repositoryIds: [repositoryId],
                at: new Date(),
              }),
          }),
        ];
        const worker = Worker.create({
          queue,
          tasks,
          logger,
          metrics: EvaluationMetrics.create({
            metrics: deps.metrics,
            queue,
            tasks: tasks.map(task => task.id),
          }),
          ...config.evaluation,
        });
        const catalogSync = CatalogSync.create({
          catalog: deps.catalog,
          auth: deps.auth,
          logger,
          filter: config.catalog,
          membership: config.membership,
          locator: SourceLocator.create({
            integrations,
            allowedLocalDirectories: readGitSourceOptions(deps.config)
              .allowedLocalDirectories,
          }),
          projects,
          queue,
          state,
          sources,
        });

        await catalogSync.start(deps.scheduler, {
          frequencyMilliseconds: config.catalog.syncMilliseconds,
          onQueued: () => worker.wake(),
        });
        await deps.scheduler.scheduleTask({
          id: 'innersource-unknown-contributions',
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 1 },
          fn: async signal => {
            if ((await restatement.decideUnknown(signal)) > 0) {
              worker.wake();
            }
          },
        });
        await deps.scheduler.scheduleTask({
          id: 'innersource-cleanup',
          frequency: { hours: 24 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 5 },
          fn: async () => {
            const oldest = DateTime.utc().minus({
              days: config.history.retentionDays,
            });
            await evaluations.deleteSnapshotsBefore(oldest.toISODate());
          },
        });

        const organizations = DatabaseOrganizationStore.create({ knex });
        const organizationReadings = OrganizationReadings.create({
          sources,
          store: organizations,
          logger,
        });
        await deps.scheduler.scheduleTask({
          id: 'innersource-organizations',
          frequency: { minutes: 5 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 20 },
          fn: signal => organizationReadings.run(signal),
        });

        const startedAt = new Date();
        await queue.enqueue({
          task: EVALUATION_TASK,
          repositoryIds: await evaluations.findRepositoriesWithOtherSettings(
            settingsHash,
          ),
          at: startedAt,
        });
        if ((await state.get('configurationHash')) !== settingsHash) {
          await queue.retryFailing(FACTS_TASK, startedAt);
          await state.set('configurationHash', settingsHash);
        }

        const refreshRequests = RefreshRequests.create({
          integrations,
          projects,
          queue,
          logger,
          wakeWorker: () => worker.wake(),
        });
        deps.lifecycle.addStartupHook(async () => {
          worker.start();
          for (const trigger of [
            createCatalogScmEventsTrigger(deps.scmEvents),
            ...addedTriggers,
          ]) {
            await trigger.start(urls => refreshRequests.add(urls));
          }
        });
        deps.lifecycle.addShutdownHook(async () => {
          catalogSync.stop();
          refreshRequests.stop();
          await worker.stop();
        });

        deps.httpRouter.use(
          createRouter({
            resources: [
              createContributionsRouter({
                auth: deps.auth,
                auditor: deps.auditor,
                catalog: deps.catalog,
                httpAuth: deps.httpAuth,
                permissions: deps.permissions,
                visibleProjects,
                projects,
                reports: ContributionReports.create({
                  store: contributions,
                  organisation,
                  catalog: deps.catalog,
                  policy: contributionsConfig.people,
                  historyMonths: contributionsConfig.historyMonths,
                }),
                restatement,
              }),
              createProjectsRouter({
                auditor: deps.auditor,
                httpAuth: deps.httpAuth,
                permissions: deps.permissions,
                visibleProjects,
                lists,
                evaluations,
                discovery,
                queue,
                people: contributionsConfig.people,
                wakeWorker: () => worker.wake(),
              }),
              createDiscoverRouter({
                httpAuth: deps.httpAuth,
                visibleProjects,
                discovery,
                exports: DatabaseExportStore.create({ knex, lists }),
              }),
              createHelpWantedRouter({
                httpAuth: deps.httpAuth,
                visibleProjects,
                discovery,
                helpWanted: DatabaseHelpWantedStore.create({ knex }),
              }),
              createProgramRouter({
                auth: deps.auth,
                httpAuth: deps.httpAuth,
                permissions: deps.permissions,
                reports: ProgramReports.create({
                  organizations,
                  store: ProgramStore.create({ knex }),
                  scopes: ProgramScopes.create({
                    catalog: deps.catalog,
                    organisation,
                    visibleProjects,
                  }),
                  organisation,
                  namableTeams: NamableTeams.create({
                    store: contributions,
                    organisation,
                    catalog: deps.catalog,
                    policy: contributionsConfig.people,
                  }),
                  policy: contributionsConfig.people,
                  checks,
                  grades: settings.grades,
                }),
              }),
              createOrganizationsRouter({
                httpAuth: deps.httpAuth,
                permissions: deps.permissions,
                organizations,
              }),
              createStatusRouter({
                httpAuth: deps.httpAuth,
                permissions: deps.permissions,
                visibleProjects,
                queue,
                state,
                status: DatabaseStatusStore.create({ knex }),
                sources,
              }),
            ],
          }),
        );
      },
    });
  },
});

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
