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
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PersonContributions,
  ProjectContributions,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';

const useStyles = makeStyles(
  {
    table: {
      minWidth: 520,
    },
    name: {
      minWidth: 120,
    },
  },
  { name: 'InnerSourcePeople' },
);

const INTRODUCTION = {
  hidden: 'contributions.peopleHidden',
  self: 'contributions.peopleSelf',
  named: 'contributions.peopleNamed',
} as const;

const NOBODY = {
  hidden: undefined,
  self: 'contributions.peopleSelfNone',
  named: 'contributions.peopleNamedNone',
} as const;

/** The people whom the reader may see by name. */
export function People(props: { contributions: ProjectContributions }) {
  const { visibility, items } = props.contributions.people;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const nobody = NOBODY[visibility];
  return (
    <ChartCard
      title={t('contributions.peopleTitle')}
      section="privacy"
      fileName={[]}
    >
      <div>
        <Typography variant="body2">{t(INTRODUCTION[visibility])}</Typography>
        {items.length === 0 && nobody && (
          <Typography variant="body2" color="textSecondary">
            {t(nobody)}
          </Typography>
        )}
      </div>
      {items.length > 0 && <PeopleTable people={items} />}
    </ChartCard>
  );
}

function PeopleTable(props: { people: PersonContributions[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const label = t('contributions.peopleTitle');
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label} className={classes.table}>
        <TableHead>
          <TableRow>
            <TableCell>{t('contributions.person')}</TableCell>
            <TableCell>{t('contributions.team')}</TableCell>
            <TableCell>{t('contributions.relationColumn')}</TableCell>
            <TableCell align="right">
              {t('contributions.contributionsColumn')}
            </TableCell>
            <TableCell>{t('contributions.isNew')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.people.map(person => (
            <TableRow key={person.user ?? person.name}>
              <TableCell className={classes.name}>
                {person.user ? (
                  <EntityRefLink entityRef={person.user} hideIcon>
                    {person.name}
                  </EntityRefLink>
                ) : (
                  person.name
                )}
              </TableCell>
              <TableCell className={classes.name}>
                {person.team ? (
                  <EntityRefLink entityRef={person.team} hideIcon />
                ) : (
                  '–'
                )}
              </TableCell>
              <TableCell>
                {t(`contributions.relation.${person.relation}`)}
              </TableCell>
              <TableCell align="right">
                {format.score(person.contributions)}
              </TableCell>
              <TableCell>
                {person.isNew ? t('contributions.yes') : t('contributions.no')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
