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
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { SuggestionReason } from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../../translation';

/** Why a project is suggested, in a sentence for each strong reason. */
export function SuggestionReasons(props: {
  reasons: readonly SuggestionReason[];
}) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const of = (kind: SuggestionReason['kind']) =>
    props.reasons.filter(reason => reason.kind === kind);
  // A language is often named as a skill, too.
  const names = [
    ...new Set([...of('skill'), ...of('language')].map(({ value }) => value)),
  ];
  const [dependency] = of('dependency');
  return (
    <Typography variant="body2" component="div">
      {dependency && (
        <div>
          {t('forYou.dependency')}{' '}
          <EntityDisplayName entityRef={dependency.value} hideIcon />
        </div>
      )}
      {names.length > 0 && (
        <div>{t('forYou.stack', { names: names.join(', ') })}</div>
      )}
    </Typography>
  );
}
