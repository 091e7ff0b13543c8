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
import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { innersourceTranslationRef } from '../../translation';
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
      gap: theme.spacing(2.5),
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
  isPending: boolean;
  error: Error | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** Options of {@link FilteredList}. */
export interface FilteredListProps<TOrder extends string> {
  query: ListQuery;
  search: {
    label: string;
    placeholder: string;
    value: string;
    onChange: (value: string) => void;
  };
  order: {
    value: TOrder;
    options: ReadonlyArray<{ value: TOrder; label: string }>;
    onChange: (value: TOrder) => void;
  };
  filters: ReactNode;
  /** Beside search and order. */
  tools?: ReactNode;
  /** How many there are, once known. */
  found: string | undefined;
  texts: { loading: string; errorTitle: string };
  isFiltered: boolean;
  onReset: () => void;
  children: ReactNode;
}

/** A list with search, filters and order, from phones to wide screens. */
export function FilteredList<TOrder extends string>(
  props: FilteredListProps<TOrder>,
) {
  const { query, search, order, texts } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [filtersOpen, setFiltersOpen] = useState(false);

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
            {props.filters}
          </div>
        )}
      </div>
      <div>
        <div className={classes.bar}>
          <SearchField {...search} />
          <TextField
            select
            size="small"
            variant="outlined"
            SelectProps={{ native: true }}
            inputProps={{ 'aria-label': t('discover.orderLabel') }}
            value={order.value}
            onChange={event => {
              const chosen = order.options.find(
                ({ value }) => value === event.target.value,
              );
              if (chosen) {
                order.onChange(chosen.value);
              }
            }}
          >
            {order.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </TextField>
          {props.tools}
        </div>
        <div className={classes.found}>
          <Typography variant="body2" role="status">
            {query.isPending ? texts.loading : props.found}
          </Typography>
          {props.isFiltered && (
            <Button size="small" onClick={props.onReset}>
              {t('discover.reset')}
            </Button>
          )}
        </div>
        {query.isPending && <Progress />}
        {query.error && (
          <>
            <ResponseErrorPanel title={texts.errorTitle} error={query.error} />
            <Button variant="outlined" onClick={() => query.refetch()}>
              {t('state.retry')}
            </Button>
          </>
        )}
        {props.children}
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
