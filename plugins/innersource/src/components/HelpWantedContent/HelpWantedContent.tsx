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
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import Search from '@material-ui/icons/Search';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { HelpWantedPage } from '@ispo/backstage-plugin-innersource-common';
import {
  HELP_WANTED_FACETS,
  HELP_WANTED_ORDERS,
  useHelpWanted,
  useHelpWantedFilters,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FilteredList } from '../FilteredList';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { Notice } from '../Notice';
import { ProjectFacetFilter } from '../ProjectFacetFilter';
import { ProjectLink } from '../ProjectLink';
import { ProjectPanel } from '../ProjectPanel';
import { StarterIssueItem } from '../StarterIssueItem';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    item: {
      padding: theme.spacing(2),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    project: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
    },
  }),
  { name: 'InnerSourceHelpWanted' },
);

/** Open, unassigned starter issues over all projects, to be searched, filtered and sorted. */
export function HelpWantedContent() {
  return (
    <InnerSourceProvider>
      <HelpWanted />
      <ProjectPanel />
    </InnerSourceProvider>
  );
}

function HelpWanted() {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { filters, change, reset, isFiltered } = useHelpWantedFilters();
  const issues = useHelpWanted(filters);
  const pages = issues.data?.pages ?? [];

  return (
    <FilteredList
      query={issues}
      search={{
        label: t('helpWanted.searchLabel'),
        placeholder: t('helpWanted.searchPlaceholder'),
        value: filters.search ?? '',
        onChange: search => change({ search }),
      }}
      order={{
        value: filters.orderBy ?? HELP_WANTED_ORDERS[0],
        options: HELP_WANTED_ORDERS.map(value => ({
          value,
          label: t(`helpWanted.order.${value}`),
        })),
        onChange: orderBy => change({ orderBy }),
      }}
      filters={
        <>
          <FormControlLabel
            control={
              <Switch
                color="primary"
                checked={Boolean(filters.innerSourceOnly)}
                onChange={(_, innerSourceOnly) => change({ innerSourceOnly })}
              />
            }
            label={t('discover.innerSourceOnly')}
          />
          {HELP_WANTED_FACETS.map(facet => (
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
          ? t('helpWanted.found', { count: pages[0].totalItems })
          : undefined
      }
      texts={{
        loading: t('helpWanted.loading'),
        errorTitle: t('helpWanted.errorTitle'),
      }}
      isFiltered={isFiltered}
      onReset={reset}
    >
      <IssueList pages={pages} isFiltered={isFiltered} />
    </FilteredList>
  );
}

function IssueList(props: { pages: HelpWantedPage[]; isFiltered: boolean }) {
  const { pages, isFiltered } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (pages.length === 0) {
    return null;
  }
  if (pages[0].totalItems === 0) {
    return isFiltered ? (
      <Notice
        Icon={Search}
        title={t('helpWanted.noMatchTitle')}
        description={t('discover.noMatchDescription')}
      />
    ) : (
      <Notice
        Icon={Search}
        title={t('helpWanted.emptyTitle')}
        description={t('helpWanted.emptyDescription')}
      />
    );
  }
  return (
    <Paper component="ul" className={classes.list}>
      {pages
        .flatMap(page => page.items)
        .map(issue => (
          <li
            key={`${issue.entityRef}#${issue.number}`}
            className={classes.item}
          >
            <StarterIssueItem issue={issue}>
              <Typography
                variant="body2"
                component="div"
                className={classes.project}
              >
                <ProjectLink entityRef={issue.entityRef}>
                  {issue.projectTitle}
                </ProjectLink>
                {issue.owner && (
                  <EntityRefLink
                    entityRef={issue.owner}
                    defaultKind="group"
                    color="textSecondary"
                  />
                )}
                {issue.language && <span>{issue.language}</span>}
              </Typography>
            </StarterIssueItem>
          </li>
        ))}
    </Paper>
  );
}
