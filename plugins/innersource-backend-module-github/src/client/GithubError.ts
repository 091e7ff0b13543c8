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

import { SourceErrorKind } from '@ispo/backstage-plugin-innersource-node';

/**
 * A request to GitHub that did not succeed.
 */
export class GithubError extends Error {
  readonly name = 'GithubError';
  readonly kind: SourceErrorKind;
  readonly retryAfterSeconds?: number;
  /** True when asking for less at once may succeed. */
  readonly overload: boolean;
  /** True when the same request may succeed a little later. */
  readonly transient: boolean;
  /** HTTP status, where there was an answer. */
  readonly status?: number;

  constructor(options: {
    kind: SourceErrorKind;
    message: string;
    retryAfterSeconds?: number;
    overload?: boolean;
    transient?: boolean;
    status?: number;
  }) {
    super(options.message);
    this.kind = options.kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.overload = options.overload ?? false;
    this.transient = options.transient ?? false;
    this.status = options.status;
  }
}
