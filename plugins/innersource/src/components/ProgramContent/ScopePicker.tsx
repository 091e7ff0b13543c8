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

import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { innersourceTranslationRef } from '../../translation';

const KINDS = ['Group', 'Domain', 'System'] as const;
const MAX_OPTIONS = 50;
const DEBOUNCE_MS = 200;

/** Stands for the whole organisation among the options. */
const WHOLE = '';

interface ScopeOption {
  ref: string;
  kind: (typeof KINDS)[number] | undefined;
  title: string;
}

/** Groups, domains and systems of the catalog that match what is typed. */
function useScopes(search: string) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['innersource', 'scopes', search],
    queryFn: async (): Promise<ScopeOption[]> => {
      const lists = await Promise.all(
        KINDS.map(async kind => {
          const { items } = await catalog.queryEntities({
            filter: { kind },
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'metadata.title',
              'spec.profile.displayName',
            ],
            fullTextFilter: search
              ? {
                  term: search,
                  fields: [
                    'metadata.name',
                    'metadata.title',
                    'spec.profile.displayname',
                  ],
                }
              : undefined,
            orderFields: { field: 'metadata.name', order: 'asc' },
            limit: MAX_OPTIONS,
          });
          return items.map(entity => ({
            ref: stringifyEntityRef(entity),
            kind,
            title: entity.metadata.title ?? entity.metadata.name,
          }));
        }),
      );
      return lists.flat();
    },
    placeholderData: keepPreviousData,
  });
}

/** What the program view looks at: everything, a group, a domain or a system. */
export function ScopePicker(props: {
  value: string | undefined;
  onChange: (scope: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const scopes = useScopes(search);
  const { primaryTitle } = useEntityPresentation(value ?? 'group:default/all');

  const whole: ScopeOption = {
    ref: WHOLE,
    kind: undefined,
    title: t('program.scope.whole'),
  };
  const selected: ScopeOption =
    value === undefined
      ? whole
      : { ref: value, kind: undefined, title: primaryTitle };

  return (
    <Autocomplete
      size="small"
      options={[whole, ...(scopes.data ?? [])]}
      value={selected}
      loading={scopes.isFetching}
      loadingText={t('program.scope.loading')}
      noOptionsText={t('program.scope.none')}
      openText={t('program.scope.open')}
      closeText={t('program.close')}
      clearText={t('program.scope.whole')}
      disableClearable={value === undefined}
      // The catalog has searched already.
      filterOptions={options => options}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(option, chosen) => option.ref === chosen.ref}
      groupBy={({ kind }) => (kind ? t(`program.scope.kind.${kind}`) : '')}
      renderOption={({ ref, title }) =>
        ref === WHOLE ? title : <EntityDisplayName entityRef={ref} />
      }
      onChange={(_, option) => onChange(option?.ref || undefined)}
      onInputChange={(_, text, reason) =>
        setTyped(reason === 'input' ? text : '')
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          inputProps={{
            ...params.inputProps,
            'aria-label': t('program.scope.label'),
          }}
        />
      )}
    />
  );
}
