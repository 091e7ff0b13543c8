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
import { ContributionRelation } from '@ispo/backstage-plugin-innersource-common';
import { innersourceTranslationRef } from '../../translation';
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
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
    },
    figures: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    bar: {
      display: 'block',
      marginTop: theme.spacing(0.25),
    },
  }),
  { name: 'InnerSourcePartBars' },
);

/**
 * For each relation a number inside a larger one, as a filled bar in an outlined
 * one of common scale, with the figures in words.
 */
export function PartBars(props: {
  items: Array<{
    relation: ContributionRelation;
    figures: string;
    /** No bar without. */
    bar?: { part: number; whole: number };
  }>;
}) {
  const { items } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { patterns, fill, stroke } = useRelationFill();
  const max = Math.max(
    ...items.map(({ bar }) => bar?.whole ?? 0),
    // All of nothing.
    Number.MIN_VALUE,
  );
  const widthOf = (value: number) => `${(99 * value) / max}%`;
  return (
    <ul className={classes.root}>
      {items.map(({ relation, figures, bar }) => (
        <li key={relation}>
          <div className={classes.text}>
            <span>{t(`contributions.relation.${relation}`)}</span>
            <span className={classes.figures}>{figures}</span>
          </div>
          <svg
            className={classes.bar}
            width="100%"
            height={12}
            aria-hidden
            focusable="false"
          >
            <defs>{patterns}</defs>
            {bar && (
              <>
                <rect
                  x={0.5}
                  y={0.5}
                  width={widthOf(bar.whole)}
                  height={11}
                  rx={2}
                  fill="none"
                  stroke={stroke(relation)}
                />
                <rect
                  x={0.5}
                  y={0.5}
                  width={widthOf(bar.part)}
                  height={11}
                  rx={2}
                  fill={fill(relation)}
                  stroke={stroke(relation)}
                />
              </>
            )}
          </svg>
        </li>
      ))}
    </ul>
  );
}
