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
 * Vocabulary and arithmetic of the InnerSource plugin: model, checks, scoring,
 * metrics, permissions and API client. Pure and isomorphic: no clock, no I/O.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './texts';
export * from './permissions';
export * from './checks';
export * from './contributions';
export * from './organization';
export * from './scoring';
export * from './client';
export * from './csv';
