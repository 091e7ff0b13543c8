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

export * from './useCheckFilters';
export { useCheckTexts, useOrganizationCheckTexts } from './useCheckTexts';
export * from './useErrorText';
export * from './useTold';
export * from './useContributions';
export * from './useEntityContentPath';
export * from './useFormat';
export * from './useLocale';
export * from './useProject';
export * from './useProjectHistory';
export * from './useRefreshProject';
export * from './useTone';
export * from './useListFilters';
export * from './useLists';
export * from './useSearchParamState';
export * from './useProgram';
export * from './useDiscoverQueries';
export * from './useProjectPanel';
