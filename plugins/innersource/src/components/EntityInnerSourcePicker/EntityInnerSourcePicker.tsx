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

import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { useEffect } from 'react';
import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DefaultEntityFilters,
  EntityFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { innersourceTranslationRef } from '../../translation';
import { FocusTheme } from '../InnerSourceProvider';

const DEFAULT_TAG = 'innersource';

/** Entities with a tag. */
class EntityInnerSourceFilter implements EntityFilter {
  readonly #tag: string;

  constructor(tag: string) {
    this.#tag = tag;
  }

  getCatalogFilters(): Record<string, string> {
    // A key of its own, so that it goes together with the filter of tags.
    return { [`metadata.tags.${this.#tag}`]: 'true' };
  }

  filterEntity(entity: Entity): boolean {
    return entity.metadata.tags?.includes(this.#tag) ?? false;
  }

  toQueryValue(): string {
    return 'true';
  }
}

type Filters = DefaultEntityFilters & { innerSource?: EntityInnerSourceFilter };

/**
 * Properties of the catalog page's filter.
 *
 * @public
 */
export interface EntityInnerSourcePickerProps {
  /** The catalog tag of InnerSource projects, `innersource` by default. */
  tag?: string;
}

/** Narrows the catalog's table down to entities with the InnerSource tag. */
export function EntityInnerSourcePicker(props: EntityInnerSourcePickerProps) {
  const { tag = DEFAULT_TAG } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const {
    filters: { innerSource },
    queryParameters,
    updateFilters,
  } = useEntityList<Filters>();
  const choose = (isOn: boolean) =>
    updateFilters({
      innerSource: isOn ? new EntityInnerSourceFilter(tag) : undefined,
    });
  const isInAddress = [queryParameters.innerSource].flat()[0] === 'true';

  useEffect(() => {
    if (isInAddress) {
      updateFilters({ innerSource: new EntityInnerSourceFilter(tag) });
    }
  }, [isInAddress, tag, updateFilters]);

  return (
    <FocusTheme>
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={innerSource !== undefined}
            onChange={(_, isOn) => choose(isOn)}
          />
        }
        label={
          <Typography variant="body2">{t('catalog.innerSource')}</Typography>
        }
      />
    </FocusTheme>
  );
}
