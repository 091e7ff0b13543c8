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
import { ContributionRelation } from '@ispo/backstage-plugin-innersource-common';
import { useRelationFill } from '../RelationFill';

const HEIGHT = 36;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      marginTop: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'InnerSourceSparkbars' },
);

/**
 * A small chart without axes, oldest first. It decorates numbers that stand
 * beside it or in a table.
 */
export function Sparkbars(props: {
  values: number[];
  relation: ContributionRelation;
}) {
  const { values, relation } = props;
  const classes = useStyles();
  const { patterns, fill, stroke } = useRelationFill();
  const max = Math.max(...values, 1);
  const step = 100 / values.length;
  return (
    <svg
      className={classes.root}
      width="100%"
      height={HEIGHT}
      aria-hidden
      focusable="false"
    >
      <defs>{patterns}</defs>
      {values.map((value, index) => {
        const height = ((HEIGHT - 2) * value) / max;
        return (
          value > 0 && (
            <rect
              key={index}
              x={`${index * step + step * 0.1}%`}
              y={HEIGHT - height}
              width={`${step * 0.8}%`}
              height={height}
              fill={fill(relation)}
              stroke={stroke(relation)}
              strokeWidth={0.5}
            />
          )
        );
      })}
    </svg>
  );
}
