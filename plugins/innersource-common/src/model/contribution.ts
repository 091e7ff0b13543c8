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
 * What kind of contribution it is.
 *
 * @public
 */
export type ContributionKind = 'change-request' | 'commit' | 'review' | 'issue';

/**
 * How the contributor stood to the project's owning team when it happened.
 *
 * @public
 */
export type ContributionRelation = 'own' | 'other' | 'unknown' | 'bot';

/**
 * Somebody as an SCM or a commit names them.
 *
 * @public
 */
export interface ScmIdentity {
  /** Account name on the host, as the host spells it. */
  login?: string;
  email?: string;
  name?: string;
  /** As the host says it. A deleted account has none of the fields. */
  accountType?: 'user' | 'bot' | 'organization' | 'mannequin';
}

/**
 * A contribution as a source delivers it, before relation and distance are known.
 *
 * Delivered again with the same `id` (an update), it replaces the earlier one.
 *
 * @public
 */
export interface RawContribution {
  /** Unique within the repository and stable, e.g. `pr/42`, `commit/<sha>`, `issue/7`, `review/<id>`. */
  id: string;
  kind: ContributionKind;
  author: ScmIdentity;
  /** Who else wrote a commit; the author is none of them. */
  coAuthors?: ScmIdentity[];
  /** ISO 8601 instant of creation (author date for commits). */
  createdAt: string;
  /** `merged`, `closed` (without merge) or `open`; commits and reviews are `merged`. */
  state: 'open' | 'merged' | 'closed';
  /** ISO 8601 instant of merge or closing; for commits the committer date. */
  closedAt?: string;
  /** First response by a human other than the author. */
  firstResponseAt?: string;
  firstResponder?: ScmIdentity;
  /** Who merged a change request. */
  mergedBy?: ScmIdentity;
  /** Reviews by humans other than the author, for change requests. */
  reviewCount?: number;
  /** Project paths it touches: a subset of those asked for; `''` always belongs. */
  paths: string[];
  title?: string;
  url?: string;
}
