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
import { ReactNode } from 'react';
import { ContributionRelation } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTone } from '../../hooks';
import { useRelationFill } from '../RelationFill';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.25),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    text: {
      display: 'flex',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
    },
    label: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    note: {
      color: theme.palette.text.secondary,
    },
    value: {
      flexShrink: 0,
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 700,
    },
    bar: {
      display: 'block',
      marginTop: theme.spacing(0.25),
    },
  }),
  { name: 'InnerSourceRankedBars' },
);

/** One line of {@link RankedBars}. */
export interface RankedBar {
  key: string;
  label: ReactNode;
  note?: string;
  value: number;
  /** Neutral without. */
  relation?: ContributionRelation;
}

/** Numbers as bars of common scale, each with its name and value in words. */
export function RankedBars(props: { items: RankedBar[] }) {
  const { items } = props;
  const classes = useStyles();
  const format = useFormat();
  const { patterns, fill, stroke } = useRelationFill();
  const neutral = useTone('neutral');
  const max = Math.max(...items.map(({ value }) => value), 1);
  return (
    <ul className={classes.root}>
      {items.map(({ key, label, note, value, relation }) => (
        <li key={key}>
          <div className={classes.text}>
            <span className={classes.label}>
              {label}
              {note && <span className={classes.note}> · {note}</span>}
            </span>
            <span className={classes.value}>{format.score(value)}</span>
          </div>
          <svg
            className={classes.bar}
            width="100%"
            height={10}
            aria-hidden
            focusable="false"
          >
            <defs>{patterns}</defs>
            {value > 0 && (
              <rect
                x={0.5}
                y={0.5}
                width={`${(99 * value) / max}%`}
                height={9}
                rx={2}
                fill={relation ? fill(relation) : neutral}
                stroke={relation ? stroke(relation) : neutral}
              />
            )}
          </svg>
        </li>
      ))}
    </ul>
  );
}
