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

import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ProjectSummary } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { GradeChip } from '../GradeChip';
import { ProjectLink } from '../ProjectLink';
import { ScoreRing } from '../ScoreRing';
import { TagList } from '../TagList';

const SHOWN_TAGS = 4;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      height: '100%',
      padding: theme.spacing(2),
    },
    header: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
    },
    titles: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    title: {
      fontSize: theme.typography.pxToRem(17),
      fontWeight: 700,
      lineHeight: 1.3,
    },
    description: {
      display: '-webkit-box',
      '-webkit-line-clamp': 3,
      '-webkit-box-orient': 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    footer: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginTop: 'auto',
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.secondary,
      ...theme.typography.caption,
    },
    helpWanted: {
      color: theme.palette.text.primary,
      fontWeight: 700,
    },
  }),
  { name: 'InnerSourceProjectCard' },
);

/** One project among others. */
export function ProjectCard(props: { project: ProjectSummary }) {
  const { project } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const tags = [
    ...new Set([...(project.metadata.skills ?? []), ...project.topics]),
  ].slice(0, SHOWN_TAGS);
  const text = project.metadata.motivation ?? project.description;

  return (
    <Card component="article" className={classes.root}>
      <div className={classes.header}>
        <div className={classes.titles}>
          <Typography component="h2" className={classes.title}>
            <ProjectLink entityRef={project.entityRef}>
              {project.title}
            </ProjectLink>
          </Typography>
          {project.owner && (
            <Typography variant="body2" component="div">
              <EntityRefLink
                entityRef={project.owner}
                defaultKind="group"
                color="textSecondary"
              />
            </Typography>
          )}
        </div>
        <ScoreRing score={project.readiness} grade={project.grade} size={56} />
      </div>
      {text && (
        <Typography variant="body2" className={classes.description}>
          {text}
        </Typography>
      )}
      <TagList tags={tags} />
      <div className={classes.footer}>
        <GradeChip grade={project.grade} score={project.readiness} />
        {project.archived && <strong>{t('discover.archived')}</strong>}
        {project.starterIssueCount > 0 && (
          <span className={classes.helpWanted}>
            {t('discover.starterIssues', { count: project.starterIssueCount })}
          </span>
        )}
        {project.language && <span>{project.language}</span>}
        {project.firstResponseHours !== null && (
          <span>
            {t('discover.answersIn', {
              time: format.duration(project.firstResponseHours),
            })}
          </span>
        )}
        {project.activity && (
          <span>
            {t('discover.activity', {
              label: t(`activity.${project.activity.label}`),
            })}
          </span>
        )}
        {project.lastCommitAt && (
          <time
            dateTime={project.lastCommitAt}
            title={format.dateTime(project.lastCommitAt)}
          >
            {t('discover.lastCommit', {
              time: format.relative(project.lastCommitAt),
            })}
          </time>
        )}
      </div>
    </Card>
  );
}
