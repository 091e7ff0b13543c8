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
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ProgramProject } from '@ispo/backstage-plugin-innersource-common';
import { GradeChip } from '../GradeChip';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    names: {
      flex: '1 1 180px',
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    owner: {
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'InnerSourceProjectLines' },
);

/** Projects with owner, grade and a note. */
export function ProjectLines<T extends ProgramProject>(props: {
  projects: readonly T[];
  note?: (project: T) => string | undefined;
}) {
  const { projects, note } = props;
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {projects.map(project => (
        <li key={project.entityRef} className={classes.line}>
          <span className={classes.names}>
            <EntityRefLink entityRef={project.entityRef} hideIcon>
              {project.title}
            </EntityRefLink>
            {project.owner && (
              <span className={classes.owner}>
                {' · '}
                <EntityRefLink
                  entityRef={project.owner}
                  defaultKind="group"
                  color="inherit"
                  hideIcon
                />
              </span>
            )}
          </span>
          {note && <span>{note(project)}</span>}
          <GradeChip grade={project.grade} score={project.readiness} />
        </li>
      ))}
    </ul>
  );
}
