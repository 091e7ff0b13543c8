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

/**
 * What can be switched on.
 *
 * - `status`: answers with `status` (500 unless given) and a JSON message
 * - `bad-gateway`: 502 with a page of HTML
 * - `timeout`: never answers
 * - `truncated`: sends half of the body and drops the connection
 * - `unauthorized`: 401 Bad credentials
 * - `rate-limit`: as if the hourly budget were used up; `retryAfterSeconds` until its reset
 * - `secondary-limit`: 403 with `Retry-After`
 * - `graphql-partial`: GraphQL answers with `data` and `errors`; fails for `repository`, or for every second repository asked for
 * - `resource-limits`: GraphQL leaves out what comes after the first repositories, with `RESOURCE_LIMITS_EXCEEDED`
 * - `null-authors`: accounts of `repository` (or of all) were deleted
 * - `renamed`: `repository` is now called `newName`
 * - `deleted`: `repository` is gone
 * - `statistics-pending`: REST statistics answer 202
 *
 * @public
 */
export type FaultKind =
  | 'status'
  | 'bad-gateway'
  | 'timeout'
  | 'truncated'
  | 'unauthorized'
  | 'rate-limit'
  | 'secondary-limit'
  | 'graphql-partial'
  | 'resource-limits'
  | 'null-authors'
  | 'renamed'
  | 'deleted'
  | 'statistics-pending';

const KINDS: readonly FaultKind[] = [
  'status',
  'bad-gateway',
  'timeout',
  'truncated',
  'unauthorized',
  'rate-limit',
  'secondary-limit',
  'graphql-partial',
  'resource-limits',
  'null-authors',
  'renamed',
  'deleted',
  'statistics-pending',
];

/**
 * A fault to switch on.
 *
 * @public
 */
export interface FaultOptions {
  kind: FaultKind;
  /** Only requests of this interface; all unless given. */
  api?: 'rest' | 'graphql' | 'git';
  /** Only this repository, `owner/name`. For GraphQL requests it matches where the query's text or variables name it. */
  repository?: string;
  /** Only paths that contain this text. */
  path?: string;
  /** Switches itself off after so many requests; never unless given. */
  times?: number;
  /** Status of `status`. */
  status?: number;
  /** Seconds in `Retry-After`, or until the budget's reset. */
  retryAfterSeconds?: number;
  /** For `renamed`: the new name without owner. */
  newName?: string;
}

/**
 * A fault that is switched on.
 *
 * @public
 */
export interface Fault extends FaultOptions {
  id: number;
}

/** What a request is, as faults look at it. */
export interface FaultSubject {
  api: 'rest' | 'graphql' | 'git';
  path: string;
  /** Text in which repositories are named: the path, or query and variables. */
  text: string;
}

/**
 * The faults that are switched on.
 *
 * @public
 */
export class Faults {
  #faults: Fault[] = [];
  #nextId = 1;

  private constructor() {}

  static create(): Faults {
    return new Faults();
  }

  /** Switches a fault on. */
  add(options: FaultOptions): Fault {
    if (!KINDS.includes(options.kind)) {
      throw new Error(
        `Unknown fault '${options.kind}'; use one of ${KINDS.join(', ')}`,
      );
    }
    if (
      options.kind === 'renamed' &&
      !(options.newName && options.repository)
    ) {
      throw new Error("A fault 'renamed' needs 'repository' and 'newName'");
    }
    if (options.kind === 'deleted' && !options.repository) {
      throw new Error("A fault 'deleted' needs 'repository'");
    }
    const fault = { ...options, id: this.#nextId };
    this.#nextId += 1;
    this.#faults.push(fault);
    return fault;
  }

  /** Switches one fault off, or all of them. */
  clear(id?: number): void {
    this.#faults =
      id === undefined ? [] : this.#faults.filter(fault => fault.id !== id);
  }

  /** True while nothing is switched on. */
  get isQuiet(): boolean {
    return this.#faults.length === 0;
  }

  list(): Fault[] {
    return [...this.#faults];
  }

  /** The first of the given kinds that meets a request; counts it. */
  take(kinds: readonly FaultKind[], subject: FaultSubject): Fault | undefined {
    const fault = this.#faults.find(
      candidate =>
        kinds.includes(candidate.kind) && matches(candidate, subject),
    );
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) {
        this.clear(fault.id);
      }
    }
    return fault;
  }

  isDeleted(fullName: string): boolean {
    return this.#faults.some(
      fault => fault.kind === 'deleted' && same(fault.repository, fullName),
    );
  }

  hidesAuthors(fullName: string): boolean {
    return this.#faults.some(
      fault =>
        fault.kind === 'null-authors' &&
        (!fault.repository || same(fault.repository, fullName)),
    );
  }

  newName(fullName: string): string | undefined {
    return this.#faults.find(
      fault => fault.kind === 'renamed' && same(fault.repository, fullName),
    )?.newName;
  }

  /** The name in the data set of a repository that is now called otherwise. */
  originalName(fullName: string): string | undefined {
    return this.#faults
      .find(
        fault =>
          fault.kind === 'renamed' &&
          same(`${fault.repository!.split('/')[0]}/${fault.newName}`, fullName),
      )
      ?.repository?.toLowerCase();
  }
}

function same(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function matches(fault: Fault, subject: FaultSubject): boolean {
  if (fault.api && fault.api !== subject.api) {
    return false;
  }
  if (fault.path && !subject.path.includes(fault.path)) {
    return false;
  }
  if (!fault.repository) {
    return true;
  }
  const text = subject.text.toLowerCase();
  if (subject.api !== 'graphql') {
    return text.includes(fault.repository.toLowerCase());
  }
  const [owner, name] = fault.repository.toLowerCase().split('/');
  return text.includes(`"${owner}"`) && text.includes(`"${name}"`);
}
