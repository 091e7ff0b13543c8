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
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ProjectSummary } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { GradeChip } from '../GradeChip';
import { ProjectLink } from '../ProjectLink';

const useStyles = makeStyles(
  theme => ({
    name: {
      minWidth: 110,
      fontWeight: 700,
    },
    nowrap: {
      whiteSpace: 'nowrap',
    },
    readiness: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    root: {
      '& th, & td': {
        // All columns are in sight beside filters and sidebar on 1280 pixels.
        padding: theme.spacing(1, 0.75),
        // Themes let cells break within words; it scrolls sideways instead.
        wordBreak: 'normal',
      },
    },
  }),
  { name: 'InnerSourceProjectTable' },
);

/** Projects one below the other, to compare them. */
export function ProjectTable(props: { projects: readonly ProjectSummary[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const number = (value: number | null) =>
    value === null ? '–' : format.score(value);
  return (
    // Reachable by keyboard, as it scrolls sideways on small screens.
    <TableContainer
      component={Paper}
      className={classes.root}
      role="region"
      aria-label={t('table.label')}
      tabIndex={0}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('table.project')}</TableCell>
            <TableCell>{t('discover.facet.owner')}</TableCell>
            <TableCell>{t('readiness.label')}</TableCell>
            <TableCell align="right">{t('activity.label')}</TableCell>
            <TableCell>{t('discover.facet.language')}</TableCell>
            <TableCell align="right">{t('table.starterIssues')}</TableCell>
            <TableCell align="right">{t('table.outside')}</TableCell>
            <TableCell align="right">{t('table.firstResponse')}</TableCell>
            <TableCell>{t('table.lastCommit')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.projects.map(project => (
            <TableRow key={project.entityRef} hover>
              <TableCell component="th" scope="row" className={classes.name}>
                <ProjectLink entityRef={project.entityRef}>
                  {project.title}
                </ProjectLink>
              </TableCell>
              <TableCell>
                {project.owner && (
                  <EntityRefLink
                    entityRef={project.owner}
                    defaultKind="group"
                    hideIcon
                  />
                )}
              </TableCell>
              <TableCell>
                <div className={classes.readiness}>
                  <GradeChip grade={project.grade} score={project.readiness} />
                  {number(project.readiness)}
                </div>
              </TableCell>
              <TableCell align="right">
                {number(project.activity?.score ?? null)}
              </TableCell>
              <TableCell>{project.language}</TableCell>
              <TableCell align="right">
                {format.score(project.starterIssueCount)}
              </TableCell>
              <TableCell align="right">
                {number(project.outsideContributions)}
              </TableCell>
              <TableCell align="right" className={classes.nowrap}>
                {project.firstResponseHours === null
                  ? '–'
                  : format.duration(project.firstResponseHours)}
              </TableCell>
              <TableCell>
                {project.lastCommitAt && format.relative(project.lastCommitAt)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
