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
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import Search from '@material-ui/icons/Search';
import { useState } from 'react';
import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Facet,
  GOVERNANCE_LEVELS,
  ProjectPage,
} from '@ispo/backstage-plugin-innersource-common';
import {
  PROJECT_FACETS,
  PROJECT_ORDERS,
  ProjectFacet,
  QUICK_ANSWER_HOURS,
  useFormat,
  useProjectFilters,
  useProjects,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FacetFilter } from '../FacetFilter';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { Notice } from '../Notice';
import { ProjectCard } from '../ProjectCard';
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
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 40,
      margin: theme.spacing(1, 0),
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    more: {
      display: 'flex',
      justifyContent: 'center',
      padding: theme.spacing(3),
    },
  }),
  { name: 'InnerSourceDiscover' },
);

/** All projects, to be searched, filtered and sorted. */
export function DiscoverContent() {
  return (
    <InnerSourceProvider>
      <Discover />
    </InnerSourceProvider>
  );
}

function Discover() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [filtersOpen, setFiltersOpen] = useState(false);
  const { filters, change, reset, isFiltered } = useProjectFilters();
  const format = useFormat();
  const projects = useProjects(filters);
  const pages = projects.data?.pages ?? [];
  const facets = pages[0]?.facets;

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
            <div>
              <FormControlLabel
                control={
                  <Switch
                    color="primary"
                    checked={Boolean(filters.helpWanted)}
                    onChange={(_, helpWanted) => change({ helpWanted })}
                  />
                }
                label={t('discover.helpWanted')}
              />
              <FormControlLabel
                control={
                  <Switch
                    color="primary"
                    checked={Boolean(filters.innerSourceOnly)}
                    onChange={(_, innerSourceOnly) =>
                      change({ innerSourceOnly })
                    }
                  />
                }
                label={t('discover.innerSourceOnly')}
              />
              <FormControlLabel
                control={
                  <Switch
                    color="primary"
                    checked={filters.answersWithinHours !== undefined}
                    onChange={(_, quickly) =>
                      change({
                        answersWithinHours: quickly
                          ? QUICK_ANSWER_HOURS
                          : undefined,
                      })
                    }
                  />
                }
                label={t('discover.answersQuickly', {
                  hours: format.score(
                    filters.answersWithinHours ?? QUICK_ANSWER_HOURS,
                  ),
                })}
              />
              <FormControlLabel
                control={
                  <Switch
                    color="primary"
                    checked={Boolean(filters.mine)}
                    onChange={(_, mine) => change({ mine })}
                  />
                }
                label={t('discover.mine')}
              />
            </div>
            {PROJECT_FACETS.map(facet => (
              <ProjectFacetFilter
                key={facet}
                facet={facet}
                facets={facets}
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
            label={t('discover.searchLabel')}
            placeholder={t('discover.searchPlaceholder')}
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
            onChange={event =>
              change({
                orderBy: PROJECT_ORDERS.find(
                  order => order === event.target.value,
                ),
              })
            }
          >
            {PROJECT_ORDERS.map(order => (
              <option key={order} value={order}>
                {t(`discover.order.${order}`)}
              </option>
            ))}
          </TextField>
        </div>
        <div className={classes.found}>
          <Typography variant="body2" role="status">
            {projects.isPending
              ? t('discover.loading')
              : pages.length > 0 &&
                t('discover.found', { count: pages[0].totalItems })}
          </Typography>
          {isFiltered && (
            <Button size="small" onClick={reset}>
              {t('discover.reset')}
            </Button>
          )}
        </div>
        {projects.isPending && <Progress />}
        {projects.error && (
          <>
            <ResponseErrorPanel
              title={t('discover.errorTitle')}
              error={projects.error}
            />
            <Button variant="outlined" onClick={() => projects.refetch()}>
              {t('state.retry')}
            </Button>
          </>
        )}
        <ProjectList pages={pages} isFiltered={isFiltered} />
        {projects.hasNextPage && (
          <div className={classes.more}>
            <Button
              variant="outlined"
              disabled={projects.isFetchingNextPage}
              onClick={() => projects.fetchNextPage()}
            >
              {t('discover.showMore')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function ProjectFacetFilter(props: {
  facet: ProjectFacet;
  facets: ProjectPage['facets'] | undefined;
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { facet, facets, selected, onChange } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);

  const renderValue = (value: string) => {
    if (facet === 'owner' || facet === 'division') {
      return <EntityDisplayName entityRef={value} hideIcon />;
    }
    const level = GOVERNANCE_LEVELS.find(known => known === value);
    return facet === 'level' && level ? t(`level.${level}`) : value;
  };
  return (
    <FacetFilter
      label={t(`discover.facet.${facet}`)}
      facets={inOrder(facet, facets?.[facet] ?? [])}
      selected={selected}
      onChange={onChange}
      renderValue={renderValue}
    />
  );
}

/** Grades and levels have an order of their own; other values come by frequency. */
function inOrder(facet: ProjectFacet, facets: Facet[]): Facet[] {
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

function ProjectList(props: { pages: ProjectPage[]; isFiltered: boolean }) {
  const { pages, isFiltered } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (pages.length > 0 && pages[0].totalItems === 0) {
    return isFiltered ? (
      <Notice
        Icon={Search}
        title={t('discover.noMatchTitle')}
        description={t('discover.noMatchDescription')}
      />
    ) : (
      <Notice
        Icon={Search}
        title={t('discover.emptyTitle')}
        description={t('discover.emptyDescription')}
      />
    );
  }
  return (
    <ul className={classes.list}>
      {pages
        .flatMap(page => page.items)
        .map(project => (
          <li key={project.entityRef}>
            <ProjectCard project={project} />
          </li>
        ))}
    </ul>
  );
}
