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
import { makeStyles, Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { ReactNode, useState } from 'react';
import Search from '@material-ui/icons/Search';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Facet } from '@ispo/backstage-plugin-innersource-common';
import { useQueryClient } from '@tanstack/react-query';
import { FacetName, ListFiltersState } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { RetryPanel } from '../LoadingFailed';
import { Notice } from '../Notice';
import { ProjectFacetFilter } from '../ProjectFacetFilter';
import { SearchField } from '../SearchField';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '240px minmax(0, 1fr)',
      },
    },
    filters: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
      gap: theme.spacing(2.5),
      alignItems: 'start',
      [theme.breakpoints.down('sm')]: {
        marginTop: theme.spacing(2),
      },
    },
    switches: {
      gridColumn: '1 / -1',
      display: 'grid',
      gap: theme.spacing(0.5),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
      '& > :first-child': {
        flex: '1 1 240px',
      },
    },
    found: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 40,
      margin: theme.spacing(1, 0),
    },
    more: {
      display: 'flex',
      justifyContent: 'center',
      padding: theme.spacing(3),
    },
  }),
  { name: 'InnerSourceFilteredList' },
);

/** What the list's query tells. */
interface ListQuery {
  data: { pages: Array<{ totalItems: number }> } | undefined;
  isPending: boolean;
  error: Error | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Options of {@link FilteredList}. */
export interface FilteredListProps<
  TOrder extends string,
  TFacet extends FacetName,
> {
  state: ListFiltersState<TOrder>;
  query: ListQuery;
  orders: ReadonlyArray<{ value: TOrder; label: string }>;
  /** The filters with facets, in the order in which they are shown. */
  facetNames: readonly TFacet[];
  /** Undefined until they are known. */
  facets: Readonly<Record<TFacet, Facet[]>> | undefined;
  /** Filters above those with facets. */
  switches?: ReactNode;
  /** Beside search and order. */
  tools?: ReactNode;
  texts: {
    searchLabel: string;
    searchPlaceholder: string;
    loading: string;
    errorTitle: string;
    noMatchTitle: string;
    emptyTitle: string;
    emptyDescription: string;
  };
  found: (count: number) => string;
  /** Beneath the words that nothing was found. */
  wayOut?: ReactNode;
  /** What was found; not drawn while there is nothing. */
  children: ReactNode;
}

/** A list with search, filters and order, from phones to wide screens. */
export function FilteredList<TOrder extends string, TFacet extends FacetName>(
  props: FilteredListProps<TOrder, TFacet>,
) {
  const { state, query, texts, orders } = props;
  const { filters, change, sort, reset, isFiltered } = state;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [filtersOpen, setFiltersOpen] = useState(false);
  const client = useQueryClient();
  // Not only the list may have failed, but its facets as well.
  const retry = () =>
    client.refetchQueries({
      predicate: ({ state: { status } }) => status === 'error',
    });
  const total = query.data?.pages[0]?.totalItems;
  const noMatchDescription = filters.mine
    ? t('forYou.hint')
    : t('discover.noMatchDescription');

  return (
    <div className={classes.root}>
      <div>
        {!isWide && (
          <Button
            variant="outlined"
            aria-expanded={filtersOpen}
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            {t('discover.filters')}
          </Button>
        )}
        {(isWide || filtersOpen) && (
          <div
            className={classes.filters}
            role="group"
            aria-label={t('discover.filters')}
          >
            {props.switches && (
              <div className={classes.switches}>{props.switches}</div>
            )}
            {props.facetNames.map(facet => (
              <ProjectFacetFilter
                key={facet}
                facet={facet}
                facets={props.facets?.[facet] ?? []}
                selected={filters[facet] ?? []}
                onChange={selected => change({ [facet]: selected })}
              />
            ))}
          </div>
        )}
      </div>
      <div>
        <div className={classes.bar}>
          <SearchField
            label={texts.searchLabel}
            placeholder={texts.searchPlaceholder}
            value={filters.search ?? ''}
            onChange={search => change({ search })}
          />
          <TextField
            select
            size="small"
            variant="outlined"
            SelectProps={{ native: true }}
            inputProps={{ 'aria-label': t('discover.orderLabel') }}
            value={filters.orderBy}
            onChange={event => {
              const chosen = orders.find(
                ({ value }) => value === event.target.value,
              );
              if (chosen) {
                sort(chosen.value);
              }
            }}
          >
            {orders.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </TextField>
          {props.tools}
        </div>
        <div className={classes.found}>
          <Typography variant="body2" role="status">
            {query.isPending && texts.loading}
            {total !== undefined && props.found(total)}
          </Typography>
          {isFiltered && (
            <Button size="small" onClick={reset}>
              {t('discover.reset')}
            </Button>
          )}
        </div>
        {query.isPending && <Progress />}
        {query.error && (
          <RetryPanel
            title={texts.errorTitle}
            error={query.error}
            onRetry={retry}
          />
        )}
        {total === 0 && (
          <Notice
            Icon={Search}
            title={isFiltered ? texts.noMatchTitle : texts.emptyTitle}
            description={
              isFiltered ? noMatchDescription : texts.emptyDescription
            }
          >
            {props.wayOut}
          </Notice>
        )}
        {Boolean(total) && props.children}
        {query.hasNextPage && (
          <div className={classes.more}>
            <Button
              variant="outlined"
              disabled={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              {t('discover.showMore')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
