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
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { MyChangeRequest } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { safeHttpUrl } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard } from '../ChartCard';

const HOUR_MS = 3_600_000;

const useStyles = makeStyles(
  {
    table: {
      minWidth: 600,
    },
    title: {
      minWidth: 180,
      overflowWrap: 'anywhere',
    },
    project: {
      minWidth: 120,
    },
    time: {
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  { name: 'InnerSourceChangeRequestTable' },
);

/** The caller's change requests: those that wait, or those that were closed. */
export function ChangeRequestTable(props: {
  variant: 'waiting' | 'closed';
  items: MyChangeRequest[];
}) {
  const { variant, items } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const waiting = variant === 'waiting';
  const title = waiting
    ? t('contributions.waitingTitle')
    : t('contributions.closedTitle');
  return (
    <ChartCard
      title={title}
      section={waiting ? 'time-to-first-response' : 'time-to-merge'}
      fileName={[]}
    >
      {items.length === 0 ? (
        <Typography variant="body2">
          {waiting
            ? t('contributions.waitingNone')
            : t('contributions.closedNone')}
        </Typography>
      ) : (
        <Rows title={title} waiting={waiting} items={items} />
      )}
    </ChartCard>
  );
}

function Rows(props: {
  title: string;
  waiting: boolean;
  items: MyChangeRequest[];
}) {
  const { title, waiting, items } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    // Scrollable, so that the keyboard must reach it.
    <TableContainer tabIndex={0} role="region" aria-label={title}>
      <Table size="small" aria-label={title} className={classes.table}>
        <TableHead>
          <TableRow>
            <TableCell>{t('contributions.changeRequest')}</TableCell>
            <TableCell>{t('contributions.project')}</TableCell>
            <TableCell>
              {waiting ? t('contributions.opened') : t('contributions.outcome')}
            </TableCell>
            <TableCell align="right">
              {waiting ? t('contributions.waitsFor') : t('contributions.took')}
            </TableCell>
            <TableCell>
              {waiting
                ? t('contributions.answered')
                : t('contributions.closedOn')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={`${item.entityRef} ${item.createdAt}`}>
              <TableCell className={classes.title}>
                <Title item={item} />
              </TableCell>
              <TableCell className={classes.project}>
                <EntityRefLink entityRef={item.entityRef} hideIcon />
              </TableCell>
              <TableCell className={classes.time}>
                {waiting
                  ? format.date(item.createdAt)
                  : t(`contributions.state.${item.state}`)}
              </TableCell>
              <TableCell align="right" className={classes.time}>
                {durationOf(item)}
              </TableCell>
              <TableCell className={classes.time}>
                {waiting
                  ? answerOf(item)
                  : item.closedAt && format.date(item.closedAt)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );

  function durationOf({ createdAt, closedAt, days }: MyChangeRequest) {
    return closedAt
      ? format.duration(
          (Date.parse(closedAt) - Date.parse(createdAt)) / HOUR_MS,
        )
      : format.days(days);
  }

  function answerOf({ firstResponseAt }: MyChangeRequest) {
    return firstResponseAt
      ? format.date(firstResponseAt)
      : t('contributions.notAnswered');
  }
}

function Title(props: { item: MyChangeRequest }) {
  const { title, url } = props.item;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const text = title ?? t('contributions.untitled');
  // Addresses come from the host of the repository.
  const href = safeHttpUrl(url ?? undefined);
  return href ? <Link to={href}>{text}</Link> : <>{text}</>;
}
