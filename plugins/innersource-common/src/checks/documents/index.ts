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

export { findCatchAll, parseCodeOwners } from './codeOwners';
export type {
  CodeOwners,
  CodeOwnersProblem,
  CodeOwnersRule,
} from './codeOwners';
export { detectLicense } from './license';
export { findDocument } from './lookup';
export type { DocumentLookup, DocumentQuery, DocumentScope } from './lookup';
export { findTrustedCommitters } from './people';
export type { NamedPerson } from './people';
export { parsePortalMetadata } from './portalMetadata';
export type { ParsedPortalMetadata } from './portalMetadata';
export { createDocumentSelector, selectDocuments } from './selector';
export type { SelectDocumentsLimits } from './selector';
