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

import Typography from '@material-ui/core/Typography';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  MyChangeRequest,
  MyContributions,
} from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { safeHttpUrl } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { ChartCard, ChartTable } from '../ChartCard';

const HOUR_MS = 3_600_000;

/** The caller's change requests that are open. */
export function WaitingChangeRequests(props: { mine: MyContributions }) {
  const { user, changeRequests, window } = props.mine;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const items = changeRequests.filter(({ state }) => state === 'open');
  const card = {
    title: t('contributions.waitingTitle'),
    section: 'time-to-first-response',
    fileName: [parseEntityRef(user).name, 'waiting', window.to],
  } as const;
  const subjects = useSubjects(items);
  if (items.length === 0) {
    return (
      <ChartCard {...card}>
        <Typography variant="body2">
          {t('contributions.waitingNone')}
        </Typography>
      </ChartCard>
    );
  }
  const unanswered = items.filter(item => item.firstResponseAt === null);
  return (
    <ChartCard
      {...card}
      finding={t('contributions.waitingFinding', {
        count: items.length,
        unanswered: format.score(unanswered.length),
      })}
      caveat={t('contributions.nightsCaveat')}
      table={{
        columns: [
          ...subjects,
          {
            label: t('contributions.opened'),
            minWidth: 96,
            format: at => format.date(String(at)),
          },
          {
            label: t('contributions.waitsFor'),
            numeric: true,
            format: days => format.days(Number(days)),
          },
          {
            label: t('contributions.answered'),
            minWidth: 96,
            format: at => format.date(String(at)),
            missing: t('contributions.notAnswered'),
          },
        ],
        rows: items.map(item => [
          item.title,
          item.url,
          item.entityRef,
          item.createdAt,
          item.days,
          item.firstResponseAt,
        ]),
      }}
    />
  );
}

/** The caller's change requests that were merged or closed in the window. */
export function ClosedChangeRequests(props: { mine: MyContributions }) {
  const { user, changeRequests, window } = props.mine;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const items = changeRequests.filter(({ state }) => state !== 'open');
  const card = {
    title: t('contributions.closedTitle'),
    section: 'time-to-merge',
    fileName: [parseEntityRef(user).name, 'closed', window.from, window.to],
  } as const;
  const subjects = useSubjects(items);
  if (items.length === 0) {
    return (
      <ChartCard {...card}>
        <Typography variant="body2">{t('contributions.closedNone')}</Typography>
      </ChartCard>
    );
  }
  return (
    <ChartCard
      {...card}
      finding={t('contributions.closedFinding', {
        count: items.length,
        merged: format.score(
          items.filter(({ state }) => state === 'merged').length,
        ),
      })}
      caveat={t('contributions.closedCaveat')}
      table={{
        columns: [
          ...subjects,
          { label: t('contributions.outcome') },
          {
            label: t('contributions.took'),
            numeric: true,
            format: hours => format.duration(Number(hours)),
          },
          {
            label: t('contributions.closedOn'),
            minWidth: 96,
            format: at => format.date(String(at)),
          },
        ],
        rows: items.map(item => [
          item.title,
          item.url,
          item.entityRef,
          t(`contributions.state.${item.state}`),
          hoursOpen(item),
          item.closedAt,
        ]),
      }}
    />
  );
}

function hoursOpen({ createdAt, closedAt }: MyChangeRequest): number | null {
  return closedAt === null
    ? null
    : Math.round(
        ((Date.parse(closedAt) - Date.parse(createdAt)) / HOUR_MS) * 10,
      ) / 10;
}

/** Columns that say which change request it is. */
function useSubjects(items: readonly MyChangeRequest[]): ChartTable['columns'] {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return [
    {
      label: t('contributions.changeRequest'),
      minWidth: 180,
      missing: t('contributions.untitled'),
      format: (title, row) => {
        // Addresses come from the host of the repository.
        const href = safeHttpUrl(items[row].url ?? undefined);
        return href ? <Link to={href}>{title}</Link> : title;
      },
    },
    { label: t('contributions.address'), hidden: true },
    {
      label: t('contributions.project'),
      minWidth: 120,
      format: ref => <EntityRefLink entityRef={String(ref)} hideIcon />,
    },
  ];
}
