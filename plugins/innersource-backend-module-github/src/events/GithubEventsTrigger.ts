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

import { EventsService } from '@backstage/plugin-events-node';
import { RefreshTrigger } from '@ispo/backstage-plugin-innersource-node';

/** Webhooks after which facts or contributions are others. */
const TOPICS = [
  'github.push',
  'github.repository',
  'github.pull_request',
  'github.issues',
  'github.label',
];

/**
 * Hears of changes through the webhooks that arrive at Backstage's events.
 */
export class GithubEventsTrigger implements RefreshTrigger {
  static create(options: { events: EventsService }): GithubEventsTrigger {
    return new GithubEventsTrigger(options.events);
  }

  readonly #events: EventsService;

  private constructor(events: EventsService) {
    this.#events = events;
  }

  async start(refresh: (urls: string[]) => void): Promise<void> {
    await this.#events.subscribe({
      id: 'github-repositories',
      topics: TOPICS,
      async onEvent({ eventPayload }) {
        const url = repositoryUrl(eventPayload);
        if (url !== undefined) {
          refresh([url]);
        }
      },
    });
  }
}

function repositoryUrl(payload: unknown): string | undefined {
  const url = (payload as { repository?: { html_url?: unknown } } | undefined)
    ?.repository?.html_url;
  return typeof url === 'string' ? url : undefined;
}
