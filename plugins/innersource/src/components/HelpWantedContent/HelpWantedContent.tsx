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
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { HelpWantedIssue } from '@ispo/backstage-plugin-innersource-common';
import {
  HELP_WANTED_FACETS,
  HELP_WANTED_ORDERS,
  useHelpWanted,
  useHelpWantedFacets,
  useHelpWantedFilters,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { FilteredList } from '../FilteredList';
import { FilterSwitch } from '../FilterSwitch';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { ProjectLink } from '../ProjectLink';
import { ProjectPanel } from '../ProjectPanel';
import { ProjectSwitches } from '../ProjectSwitches';
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
  const state = useHelpWantedFilters();
  const { filters, change } = state;
  const query = useHelpWanted(filters);
  const facets = useHelpWantedFacets(filters);

  return (
    <FilteredList
      state={state}
      query={query}
      orders={HELP_WANTED_ORDERS.map(value => ({
        value,
        label: t(`helpWanted.order.${value}`),
      }))}
      facetNames={HELP_WANTED_FACETS}
      facets={facets}
      switches={
        <>
          <ProjectSwitches filters={filters} onChange={change} />
          <FilterSwitch
            label={t('discover.innerSourceOnly')}
            checked={Boolean(filters.innerSourceOnly)}
            onChange={innerSourceOnly => change({ innerSourceOnly })}
          />
        </>
      }
      texts={{
        searchLabel: t('helpWanted.searchLabel'),
        searchPlaceholder: t('helpWanted.searchPlaceholder'),
        loading: t('helpWanted.loading'),
        errorTitle: t('helpWanted.errorTitle'),
        noMatchTitle: t('helpWanted.noMatchTitle'),
        emptyTitle: t('helpWanted.emptyTitle'),
        emptyDescription: t('helpWanted.emptyDescription'),
      }}
      found={count => t('helpWanted.found', { count })}
    >
      <IssueList issues={query.data?.pages.flatMap(page => page.items) ?? []} />
    </FilteredList>
  );
}

function IssueList(props: { issues: HelpWantedIssue[] }) {
  const classes = useStyles();
  return (
    <Paper component="ul" className={classes.list}>
      {props.issues.map(issue => (
        <li key={`${issue.entityRef}#${issue.number}`} className={classes.item}>
          <StarterIssueItem issue={issue} heading="h2">
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
              {issue.language && (
                <Typography
                  variant="body2"
                  component="span"
                  color="textSecondary"
                >
                  {issue.language}
                </Typography>
              )}
            </Typography>
          </StarterIssueItem>
        </li>
      ))}
    </Paper>
  );
}
