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
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import { ProgramView, useFormat, useProgramNewcomers } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';
import { useNoneFound } from './useNoneFound';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    projects: {
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'InnerSourceNewcomers' },
);

/** Recognition, in the order of names: nobody is ranked. */
export function Newcomers(props: { view: ProgramView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const noneFound = useNoneFound(props.view);
  return (
    <ProgramBlock
      title={t('program.newcomers.title')}
      section="first-contributions-to-another-team"
      fileName={['innersource', 'first-contributions', scopeName(props.view)]}
      query={useProgramNewcomers(props.view)}
      empty={({ count, month }) =>
        count === 0 &&
        noneFound(t('program.newcomers.empty', { month: format.month(month) }))
      }
      finding={({ count, month }) =>
        t('program.newcomers.finding', { count, month: format.month(month) })
      }
      caveat={t('program.newcomers.caveat')}
      table={({ people }) =>
        people.length === 0
          ? undefined
          : {
              columns: [
                { label: t('program.newcomers.person') },
                { label: t('program.flows.projects') },
              ],
              rows: people.map(({ name, projects }) => [
                name,
                projects.join(' '),
              ]),
              isShown: true,
            }
      }
    >
      {({ people }) =>
        people.length === 0 ? (
          <Typography variant="body2">
            {t('program.newcomers.unnamed')}
          </Typography>
        ) : (
          <ul className={classes.list}>
            {people.map(({ user, name, projects }) => (
              <li key={user ?? name}>
                {user ? (
                  <EntityRefLink entityRef={user} defaultKind="user" />
                ) : (
                  name
                )}
                <span className={classes.projects}>
                  {' · '}
                  <EntityRefLinks entityRefs={projects} hideIcons />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </ProgramBlock>
  );
}
