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
 * GitHub's API over seeded data, for development and tests only.
 *
 * @packageDocumentation
 */

export {
  createSimulator,
  DEFAULT_APP,
  DEFAULT_TOKENS,
  Simulator,
  type SimulatorOptions,
  type SimulatorStats,
} from './Simulator';
export {
  Faults,
  type Fault,
  type FaultKind,
  type FaultOptions,
} from './faults';
export type { AppOptions, TokenOptions } from './http/auth';
export type { PushOptions } from './World';
export { loadGithubSchema } from './graphql/GraphqlApi';
export {
  generateDataset,
  type GenerateDatasetOptions,
} from './dataset/generate';
export { createDemoDataset } from './demo/demoDataset';
export { writeDataset } from './dataset/writeDataset';
export type * from './dataset/model';
export {
  History,
  type Blob,
  type Commit,
  type CommitOptions,
  type FileChange,
  type Signature,
  type Tree,
} from './git/History';
