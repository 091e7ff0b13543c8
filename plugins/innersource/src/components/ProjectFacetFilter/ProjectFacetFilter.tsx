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
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  HELP_KINDS,
  Facet,
  GOVERNANCE_LEVELS,
} from '@ispo/backstage-plugin-innersource-common';
import { FacetName } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FacetFilter } from '../FacetFilter';

/** Chooses among the values of a field of projects or of their starter issues. */
export function ProjectFacetFilter(props: {
  facet: FacetName;
  facets: Facet[];
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { facet, facets, selected, onChange } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);

  const renderValue = (value: string) => {
    if (facet === 'owner' || facet === 'division') {
      return <EntityDisplayName entityRef={value} hideIcon />;
    }
    const kind = HELP_KINDS.find(known => known === value);
    if (facet === 'contribution' && kind) {
      return t(`offer.kind.${kind}`);
    }
    const level = GOVERNANCE_LEVELS.find(known => known === value);
    return facet === 'level' && level ? t(`level.${level}`) : value;
  };
  return (
    <FacetFilter
      label={t(`discover.facet.${facet}`)}
      facets={inOrder(facet, facets)}
      selected={selected}
      onChange={onChange}
      renderValue={renderValue}
    />
  );
}

/** Grades and levels have an order of their own; other values come by frequency. */
function inOrder(facet: FacetName, facets: Facet[]): Facet[] {
  switch (facet) {
    case 'grade':
      return [...facets].sort((a, b) => a.value.localeCompare(b.value));
    case 'level':
      return GOVERNANCE_LEVELS.flatMap(level =>
        facets.filter(({ value }) => value === level),
      );
    default:
      return facets;
  }
}
