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
 * One spelling for each topic or tag, in lower case: `Inner-Source` is
 * `innersource`.
 *
 * @public
 */
export function toTopic(topic: string): string {
  const lower = topic.trim().toLocaleLowerCase('en-US');
  return lower === 'inner-source' ? 'innersource' : lower;
}
