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
import { makeStyles } from '@material-ui/core/styles';
import ViewList from '@material-ui/icons/ViewList';
import ViewModule from '@material-ui/icons/ViewModule';
import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Filters,
  PROJECT_FACETS,
  PROJECT_ORDERS,
  useProjectFacets,
  useProjectFilters,
  useProjects,
  useSearchParamState,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ExportMenu } from '../ExportMenu';
import { FilteredList } from '../FilteredList';
import { FilterSwitch } from '../FilterSwitch';
import { ForYou } from '../ForYou';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { OfferProject } from '../OfferProject';
import { ProjectCard } from '../ProjectCard';
import { ProjectPanel } from '../ProjectPanel';
import { ProjectSwitches } from '../ProjectSwitches';
import { ProjectTable } from '../ProjectTable';
import { FirstPassNote } from './FirstPassNote';

const useStyles = makeStyles(
  theme => ({
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'InnerSourceDiscover' },
);

/** All projects, to be searched, filtered and sorted. */
export function DiscoverContent() {
  return (
    <InnerSourceProvider>
      <Discover />
      <ProjectPanel />
    </InnerSourceProvider>
  );
}

function Discover() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const state = useProjectFilters();
  const { change, isFiltered } = state;
  const [params, setParams] = useSearchParamState();
  const isTable = params.get('view') === 'table';
  const isAll = params.get('all') === 'true';
  const showAll = (all: boolean) =>
    setParams({ all: all ? 'true' : undefined });
  const filters = {
    ...state.filters,
    innerSourceOnly: isAll ? undefined : true,
  };
  const query = useProjects(filters);
  const facets = useProjectFacets(filters);
  const projects = query.data?.pages.flatMap(page => page.items) ?? [];

  return (
    <>
      <FirstPassNote />
      {!isFiltered && <ForYou />}
      <FilteredList
        state={state}
        query={query}
        orders={PROJECT_ORDERS.map(value => ({
          value,
          label: t(`discover.order.${value}`),
        }))}
        facetNames={PROJECT_FACETS}
        facets={facets}
        switches={
          <Switches
            filters={filters}
            onChange={change}
            isAll={isAll}
            onShowAll={showAll}
          />
        }
        tools={
          <div className={classes.tools}>
            <Button
              variant="outlined"
              startIcon={isTable ? <ViewModule /> : <ViewList />}
              onClick={() => setParams({ view: isTable ? undefined : 'table' })}
            >
              {isTable ? t('discover.cards') : t('discover.table')}
            </Button>
            <ExportMenu query={filters} />
            <OfferProject />
          </div>
        }
        texts={{
          searchLabel: t('discover.searchLabel'),
          searchPlaceholder: t('discover.searchPlaceholder'),
          loading: t('discover.loading'),
          errorTitle: t('discover.errorTitle'),
          noMatchTitle: t('discover.noMatchTitle'),
          emptyTitle: isAll
            ? t('discover.emptyTitle')
            : t('discover.noneJoinedTitle'),
          emptyDescription: isAll
            ? t('discover.emptyDescription')
            : t('discover.noneJoinedDescription'),
        }}
        wayOut={
          !isAll && (
            <Button variant="outlined" onClick={() => showAll(true)}>
              {t('discover.showAll')}
            </Button>
          )
        }
        found={count => t('discover.found', { count })}
      >
        {isTable ? (
          <ProjectTable projects={projects} />
        ) : (
          <ul className={classes.list}>
            {projects.map(project => (
              <li key={project.entityRef}>
                <ProjectCard project={project} />
              </li>
            ))}
          </ul>
        )}
      </FilteredList>
    </>
  );
}

function Switches(props: {
  filters: Filters;
  onChange: (changes: Filters) => void;
  isAll: boolean;
  onShowAll: (all: boolean) => void;
}) {
  const { filters, onChange, isAll, onShowAll } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <>
      <FilterSwitch
        label={t('discover.helpWanted')}
        checked={Boolean(filters.helpWanted)}
        onChange={helpWanted => onChange({ helpWanted })}
      />
      <ProjectSwitches filters={filters} onChange={onChange} />
      <FilterSwitch
        label={t('discover.all')}
        checked={isAll}
        onChange={onShowAll}
      />
    </>
  );
}
