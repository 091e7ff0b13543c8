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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ProgramMover,
  ProgramMovers,
} from '@ispo/backstage-plugin-innersource-common';
import { ProgramView, useFormat, useProgramMovers } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ProgramBlock } from './ProgramBlock';
import { ProjectLines } from './ProjectLines';
import { scopeName } from './scopeName';
import { useNoneFound } from './useNoneFound';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
      gap: theme.spacing(3, 4),
    },
    title: {
      fontWeight: 700,
    },
  }),
  { name: 'InnerSourceMovers' },
);

/** Projects that rose or fell most, became ready, or leave others waiting. */
export function Movers(props: { view: ProgramView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();

  const change = ({ readiness, readinessBefore }: ProgramMover) =>
    readiness === null || readinessBefore === null
      ? undefined
      : t('program.movers.change', {
          before: format.score(readinessBefore),
          now: format.score(readiness),
        });
  const waiting = (project: ProgramMovers['neglected'][number]) =>
    t('program.movers.waiting', {
      count: project.waiting,
      days: format.score(project.oldestDays),
    });

  const noneFound = useNoneFound(props.view);
  return (
    <ProgramBlock
      title={t('program.movers.title')}
      section="movers"
      fileName={[
        'innersource',
        'movers',
        scopeName(props.view),
        `${props.view.window}-days`,
      ]}
      query={useProgramMovers(props.view)}
      empty={({ rising, falling, newlyReady, neglected }) =>
        [rising, falling, newlyReady, neglected].every(
          list => list.length === 0,
        ) && noneFound(t('program.movers.empty'))
      }
      finding={({ neglected: [first] }) =>
        first &&
        t('program.movers.finding', {
          project: first.title,
          count: first.waiting,
          days: format.score(first.oldestDays),
        })
      }
      caveat={t('program.movers.caveat')}
      table={({ rising, falling, newlyReady, neglected }) => ({
        columns: [
          { label: t('program.movers.list') },
          {
            label: t('program.categories.project'),
            format: ref => <EntityRefLink entityRef={String(ref)} hideIcon />,
          },
          { label: t('program.movers.before'), numeric: true },
          { label: t('program.movers.now'), numeric: true },
          { label: t('program.movers.waits'), numeric: true },
          { label: t('program.movers.oldest'), numeric: true },
        ],
        rows: [
          ...neglected.map(project => [
            t('program.movers.neglected'),
            project.entityRef,
            null,
            project.readiness,
            project.waiting,
            project.oldestDays,
          ]),
          ...(
            [
              ['program.movers.newlyReady', newlyReady],
              ['program.movers.rising', rising],
              ['program.movers.falling', falling],
            ] as const
          ).flatMap(([list, projects]) =>
            projects.map(project => [
              t(list),
              project.entityRef,
              project.readinessBefore,
              project.readiness,
              null,
              null,
            ]),
          ),
        ],
      })}
    >
      {({ rising, falling, newlyReady, neglected }) => {
        const lists = [
          {
            title: t('program.movers.neglected'),
            projects: neglected,
            lines: <ProjectLines projects={neglected} note={waiting} />,
          },
          {
            title: t('program.movers.newlyReady'),
            projects: newlyReady,
            lines: <ProjectLines projects={newlyReady} note={change} />,
          },
          {
            title: t('program.movers.rising'),
            projects: rising,
            lines: <ProjectLines projects={rising} note={change} />,
          },
          {
            title: t('program.movers.falling'),
            projects: falling,
            lines: <ProjectLines projects={falling} note={change} />,
          },
        ];
        const none = lists.filter(({ projects }) => projects.length === 0);
        return (
          <>
            <div className={classes.root}>
              {lists
                .filter(({ projects }) => projects.length > 0)
                .map(({ title, lines }) => (
                  <div key={title}>
                    <Typography
                      variant="subtitle2"
                      component="h3"
                      className={classes.title}
                    >
                      {title}
                    </Typography>
                    {lines}
                  </div>
                ))}
            </div>
            {none.length > 0 && (
              <Typography variant="body2" color="textSecondary">
                {t('program.movers.none', {
                  lists: none.map(({ title }) => title).join(', '),
                })}
              </Typography>
            )}
          </>
        );
      }}
    </ProgramBlock>
  );
}
