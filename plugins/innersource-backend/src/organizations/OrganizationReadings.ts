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

import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  evaluateOrganization,
  OrganizationRef,
} from '@ispo/backstage-plugin-innersource-common';
import {
  RepositorySource,
  SourceError,
} from '@ispo/backstage-plugin-innersource-node';
import { Sources } from '../evaluation/Sources';
import { OrganizationStore } from '../store/OrganizationStore';

const HOUR = 3_600_000;

/** Set-ups change rarely. */
const INTERVAL_MILLISECONDS = 24 * HOUR;

const RETRY_MILLISECONDS = HOUR;

/** Organisations read in one run; the others wait for the next. */
const MAX_PER_RUN = 100;

const MAX_MESSAGE_LENGTH = 2_000;

/**
 * Reads how the SCM organisations behind the projects are set up, and holds it
 * against the recommendations.
 */
export class OrganizationReadings {
  readonly #sources: Sources;
  readonly #store: OrganizationStore;
  readonly #logger: LoggerService;

  static create(options: {
    sources: Sources;
    store: OrganizationStore;
    logger: LoggerService;
  }): OrganizationReadings {
    return new OrganizationReadings(options);
  }

  private constructor(options: {
    sources: Sources;
    store: OrganizationStore;
    logger: LoggerService;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Reads the organisations that are due. */
  async run(signal: AbortSignal): Promise<void> {
    const owners = (await this.#store.findOwners()).filter(owner =>
      this.#sourceOf(owner),
    );
    await this.#store.synchronise(owners, new Date());
    for (const organization of await this.#store.listDue(
      new Date(),
      MAX_PER_RUN,
    )) {
      if (signal.aborted) {
        return;
      }
      await this.#read(organization, signal);
    }
  }

  async #read(
    organization: OrganizationRef,
    signal: AbortSignal,
  ): Promise<void> {
    const context = { signal, logger: this.#logger };
    try {
      const setup = await this.#sourceOf(organization)?.readOrganizationSetup?.(
        organization,
        context,
      );
      const now = new Date();
      await this.#store.saveEvaluation(
        organization,
        setup ? evaluateOrganization(setup, { now }) : null,
        new Date(now.getTime() + INTERVAL_MILLISECONDS),
      );
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      await this.#fail(organization, error);
    }
  }

  async #fail(organization: OrganizationRef, error: unknown): Promise<void> {
    const { host, login } = organization;
    const fromSource = error instanceof Error && error.name === 'SourceError';
    if (!fromSource) {
      this.#logger.warn(
        `Could not read the set-up of ${login} on ${host}: ${stringifyError(
          error,
        )}`,
      );
    }
    const { kind, retryAfterSeconds = 0 } = fromSource
      ? (error as SourceError)
      : { kind: 'internal' as const };
    const now = new Date();
    await this.#store.saveFailure(organization, {
      kind,
      message: (fromSource
        ? error.message
        : 'Reading failed inside the plugin; the log of the backend says why.'
      ).slice(0, MAX_MESSAGE_LENGTH),
      now,
      nextRunAt: new Date(
        now.getTime() + Math.max(RETRY_MILLISECONDS, retryAfterSeconds * 1000),
      ),
    });
  }

  #sourceOf({ host, login }: OrganizationRef): RepositorySource | undefined {
    const source = this.#sources.find({
      url: `https://${host}/${login}/.github`,
      host,
      fullName: `${login}/.github`,
    });
    return source?.readOrganizationSetup ? source : undefined;
  }
}
