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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProgramCheck } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { Legend } from '../Legend';

const STATUSES = ['fail', 'partial', 'pass', 'unknown'] as const;

const LOOKS: Record<
  (typeof STATUSES)[number],
  { background: string; text: string }
> = {
  fail: { background: '#b3261e', text: '#ffffff' },
  partial: { background: '#f0cf65', text: '#2b2200' },
  pass: { background: '#1a7442', text: '#ffffff' },
  unknown: { background: '#8a94a3', text: '#10141a' },
};

/** Segments with a smaller share carry no number. */
const MIN_TEXT_SHARE = 0.06;

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      gap: 1,
      height: 20,
      borderRadius: 3,
      overflow: 'hidden',
    },
    segment: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      minWidth: 3,
      overflow: 'hidden',
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 600,
    },
  }),
  { name: 'InnerSourceCheckBar' },
);

/** How a check stands over the projects. Numbers and order tell what color does. */
export function CheckBar(props: { check: ProgramCheck }) {
  const { check } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const total = STATUSES.reduce((sum, status) => sum + check[status], 0);
  return (
    <div
      className={classes.bar}
      role="img"
      aria-label={STATUSES.map(
        status =>
          `${t(`check.status.${status}`)} ${format.score(check[status])}`,
      ).join(', ')}
    >
      {STATUSES.filter(status => check[status] > 0).map(status => (
        <span
          key={status}
          className={classes.segment}
          title={`${t(`check.status.${status}`)} ${format.score(
            check[status],
          )}`}
          style={{
            flexGrow: check[status],
            flexBasis: 0,
            backgroundColor: LOOKS[status].background,
            color: LOOKS[status].text,
          }}
        >
          {check[status] / total >= MIN_TEXT_SHARE &&
            format.score(check[status])}
        </span>
      ))}
    </div>
  );
}

/** Names the segments of {@link CheckBar}. */
export function CheckBarLegend() {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <Legend
      small
      items={STATUSES.map(status => ({
        label: t(`check.status.${status}`),
        color: LOOKS[status].background,
      }))}
    />
  );
}
