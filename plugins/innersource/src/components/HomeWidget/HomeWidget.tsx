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
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useHelpWanted, useProjects, useSuggestions } from '../../hooks';
import { safeHttpUrl } from '../../lib/evidenceUrl';
import { rootRouteRef } from '../../routes';
import { innersourceTranslationRef } from '../../translation';
import { InnerSourceProvider } from '../InnerSourceProvider';
import { ProjectLink } from '../ProjectLink';
import { SuggestionReasons } from '../SuggestionReasons';

const SHOWN = 3;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
      gap: theme.spacing(2),
      overflowWrap: 'anywhere',
      ...theme.typography.body2,
    },
    heading: {
      fontWeight: 700,
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'InnerSourceHomeWidget' },
);

/** What fits the signed-in person, new projects and starter issues, for the home page. */
export function HomeWidget() {
  return (
    <InnerSourceProvider>
      <Widget />
    </InnerSourceProvider>
  );
}

function Widget() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const base = useRouteRef(rootRouteRef)();
  const discover = `${base}/discover`;
  const suggestions = useSuggestions(SHOWN);
  const newest = useProjects(
    { orderBy: 'newest', innerSourceOnly: true },
    SHOWN,
  );
  const issues = useHelpWanted({ orderBy: 'newest' }, SHOWN);

  return (
    <div className={classes.root}>
      <Column
        title={t('forYou.title')}
        more={<Link to={discover}>{t('home.discover')}</Link>}
        empty={suggestions.data && t('home.nothingForYou')}
        failed={suggestions.error && t('discover.errorTitle')}
      >
        {suggestions.data?.items.map(({ project, reasons }) => (
          <li key={project.entityRef}>
            <ProjectLink entityRef={project.entityRef} base={discover}>
              {project.title}
            </ProjectLink>
            <SuggestionReasons reasons={reasons} />
          </li>
        ))}
      </Column>
      <Column
        title={t('home.newProjects')}
        more={<Link to={`${discover}?orderBy=newest`}>{t('home.allNew')}</Link>}
        empty={newest.data && t('home.noProjects')}
        failed={newest.error && t('discover.errorTitle')}
      >
        {newest.data?.pages[0].items.map(project => (
          <li key={project.entityRef}>
            <ProjectLink entityRef={project.entityRef} base={discover}>
              {project.title}
            </ProjectLink>
          </li>
        ))}
      </Column>
      <Column
        title={t('page.helpWanted')}
        more={<Link to={`${base}/help-wanted`}>{t('home.allHelpWanted')}</Link>}
        empty={issues.data && t('helpWanted.emptyTitle')}
        failed={issues.error && t('helpWanted.errorTitle')}
      >
        {issues.data?.pages[0].items.map(issue => {
          const url = safeHttpUrl(issue.url);
          return (
            <li key={`${issue.entityRef}#${issue.number}`}>
              {url ? <Link to={url}>{issue.title}</Link> : issue.title}
              <Typography variant="body2" color="textSecondary">
                {issue.projectTitle}
              </Typography>
            </li>
          );
        })}
      </Column>
    </div>
  );
}

function Column(props: {
  title: string;
  more: ReactNode;
  empty: string | undefined;
  failed: string | null;
  children?: ReactNode[];
}) {
  const classes = useStyles();
  return (
    <section>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {props.title}
      </Typography>
      {props.children && props.children.length > 0 ? (
        <ul className={classes.list}>{props.children}</ul>
      ) : (
        (props.empty ?? props.failed) && (
          <Typography variant="body2" paragraph>
            {props.empty ?? props.failed}
          </Typography>
        )
      )}
      <Typography variant="body2">{props.more}</Typography>
    </section>
  );
}
