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
import { Filters, QUICK_ANSWER_HOURS } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FilterSwitch } from '../FilterSwitch';

/** The filters of projects without values to choose from that every list has. */
export function ProjectSwitches(props: {
  filters: Filters;
  onChange: (changes: Filters) => void;
}) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <>
      <FilterSwitch
        label={t('discover.answersQuickly', {
          count: filters.answersWithinHours ?? QUICK_ANSWER_HOURS,
        })}
        checked={filters.answersWithinHours !== undefined}
        onChange={quickly =>
          onChange({
            answersWithinHours: quickly ? QUICK_ANSWER_HOURS : undefined,
          })
        }
      />
      <FilterSwitch
        label={t('discover.mine')}
        checked={Boolean(filters.mine)}
        onChange={mine => onChange({ mine })}
      />
    </>
  );
}
