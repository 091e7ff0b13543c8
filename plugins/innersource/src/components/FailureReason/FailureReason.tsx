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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectFailure } from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../../translation';

/** Why a repository could not be read, and the words of the source, which are English. */
export function FailureReason(props: {
  failure: Pick<ProjectFailure, 'kind' | 'message'>;
}) {
  const { kind, message } = props.failure;
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <>
      {t(`failure.${kind}`)} <span lang="en">{message}</span>
    </>
  );
}
