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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StarterIssue } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { safeHttpUrl } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { TagList } from '../TagList';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(0.75),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    title: {
      fontWeight: 700,
    },
    details: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
      ...theme.typography.caption,
    },
  }),
  { name: 'InnerSourceStarterIssue' },
);

/** An issue to begin with, and what it takes. */
export function StarterIssueItem(props: {
  issue: StarterIssue;
  /** That fits the headings around it. */
  heading: 'h2' | 'h3' | 'h4';
  /** Whose it is. */
  children?: ReactNode;
}) {
  const { issue, heading, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const url = safeHttpUrl(issue.url);
  return (
    <div className={classes.root}>
      <Typography variant="body1" component={heading} className={classes.title}>
        {url ? <Link to={url}>{issue.title}</Link> : issue.title}
      </Typography>
      {children}
      <TagList tags={issue.labels} label={t('helpWanted.labels')} />
      <div className={classes.details}>
        {issue.skills && issue.skills.length > 0 && (
          <span>
            {t('helpWanted.skills', { skills: issue.skills.join(', ') })}
          </span>
        )}
        {issue.effort && (
          <span>{t('helpWanted.effort', { effort: issue.effort })}</span>
        )}
        <time
          dateTime={issue.createdAt}
          title={format.dateTime(issue.createdAt)}
        >
          {t('helpWanted.opened', { time: format.relative(issue.createdAt) })}
        </time>
        <span>{t('helpWanted.comments', { count: issue.comments })}</span>
      </div>
    </div>
  );
}
