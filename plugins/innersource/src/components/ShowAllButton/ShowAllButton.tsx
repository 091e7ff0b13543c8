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

import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';

/** Shows all of a list that begins short, or its beginning again. */
export function ShowAllButton(props: {
  /** How many there are in all. */
  total: number;
  showAll: boolean;
  onChange: (showAll: boolean) => void;
}) {
  const { total, showAll, onChange } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <Button
      size="small"
      aria-expanded={showAll}
      onClick={() => onChange(!showAll)}
    >
      {showAll
        ? t('discover.facet.showFewer')
        : t('discover.facet.showAll', { total: format.score(total) })}
    </Button>
  );
}
