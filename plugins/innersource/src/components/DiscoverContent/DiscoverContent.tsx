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
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import Search from '@material-ui/icons/Search';
import ViewList from '@material-ui/icons/ViewList';
import ViewModule from '@material-ui/icons/ViewModule';
import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProjectPage } from '@ispo/backstage-plugin-innersource-common';
import {
  PROJECT_FACETS,
  PROJECT_ORDERS,
  ProjectFilters,
  QUICK_ANSWER_HOURS,
  useFormat,
  useProjectFilters,
  useProjects,
  useSearchParamState,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ExportMenu } from '../ExportMenu';
import { FilteredList } from '../FilteredList';
import { ForYou } from '../ForYou';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { Notice } from '../Notice';
import { OfferProject } from '../OfferProject';
import { ProjectCard } from '../ProjectCard';
import { ProjectFacetFilter } from '../ProjectFacetFilter';
import { ProjectPanel } from '../ProjectPanel';
import { ProjectTable } from '../ProjectTable';

const useStyles = makeStyles(
  theme => ({
    switches: {
      display: 'grid',
    },
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
  const { filters, change, reset, isFiltered } = useProjectFilters();
  const [params, setParams] = useSearchParamState();
  const isTable = params.get('view') === 'table';
  const projects = useProjects(filters);
  const pages = projects.data?.pages ?? [];

  return (
    <>
      {!isFiltered && <ForYou />}
      <FilteredList
        query={projects}
        search={{
          label: t('discover.searchLabel'),
          placeholder: t('discover.searchPlaceholder'),
          value: filters.search ?? '',
          onChange: search => change({ search }),
        }}
        order={{
          value: filters.orderBy ?? PROJECT_ORDERS[0],
          options: PROJECT_ORDERS.map(value => ({
            value,
            label: t(`discover.order.${value}`),
          })),
          onChange: orderBy => change({ orderBy }),
        }}
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
        filters={
          <>
            <Switches filters={filters} onChange={change} />
            {PROJECT_FACETS.map(facet => (
              <ProjectFacetFilter
                key={facet}
                facet={facet}
                facets={pages[0]?.facets[facet] ?? []}
                selected={filters[facet] ?? []}
                onChange={selected => change({ [facet]: selected })}
              />
            ))}
          </>
        }
        found={
          pages.length > 0
            ? t('discover.found', { count: pages[0].totalItems })
            : undefined
        }
        texts={{
          loading: t('discover.loading'),
          errorTitle: t('discover.errorTitle'),
        }}
        isFiltered={isFiltered}
        onReset={reset}
      >
        <ProjectList
          pages={pages}
          isFiltered={isFiltered}
          isTable={isTable}
          isMine={Boolean(filters.mine)}
        />
      </FilteredList>
    </>
  );
}

function Switches(props: {
  filters: ProjectFilters;
  onChange: (changes: Partial<ProjectFilters>) => void;
}) {
  const { filters, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const switchOf = (
    label: string,
    checked: boolean,
    change: (checked: boolean) => void,
  ) => (
    <FormControlLabel
      label={label}
      control={
        <Switch
          color="primary"
          checked={checked}
          onChange={(_, isOn) => change(isOn)}
        />
      }
    />
  );
  return (
    <div className={classes.switches}>
      {switchOf(
        t('discover.helpWanted'),
        Boolean(filters.helpWanted),
        helpWanted => onChange({ helpWanted }),
      )}
      {switchOf(
        t('discover.innerSourceOnly'),
        Boolean(filters.innerSourceOnly),
        innerSourceOnly => onChange({ innerSourceOnly }),
      )}
      {switchOf(
        t('discover.answersQuickly', {
          hours: format.score(filters.answersWithinHours ?? QUICK_ANSWER_HOURS),
        }),
        filters.answersWithinHours !== undefined,
        quickly =>
          onChange({
            answersWithinHours: quickly ? QUICK_ANSWER_HOURS : undefined,
          }),
      )}
      {switchOf(t('discover.mine'), Boolean(filters.mine), mine =>
        onChange({ mine }),
      )}
    </div>
  );
}

function ProjectList(props: {
  pages: ProjectPage[];
  isFiltered: boolean;
  isTable: boolean;
  isMine: boolean;
}) {
  const { pages, isFiltered, isTable, isMine } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (pages.length === 0) {
    return null;
  }
  if (pages[0].totalItems === 0) {
    return isFiltered ? (
      <Notice
        Icon={Search}
        title={t('discover.noMatchTitle')}
        description={
          isMine ? t('forYou.hint') : t('discover.noMatchDescription')
        }
      />
    ) : (
      <Notice
        Icon={Search}
        title={t('discover.emptyTitle')}
        description={t('discover.emptyDescription')}
      />
    );
  }
  const shown = pages.flatMap(page => page.items);
  return isTable ? (
    <ProjectTable projects={shown} />
  ) : (
    <ul className={classes.list}>
      {shown.map(project => (
        <li key={project.entityRef}>
          <ProjectCard project={project} />
        </li>
      ))}
    </ul>
  );
}
