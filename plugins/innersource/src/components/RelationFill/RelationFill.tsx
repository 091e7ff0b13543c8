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

import { useTheme } from '@material-ui/core/styles';
import { ReactElement, useId } from 'react';
import { ContributionRelation } from '@ispo/backstage-plugin-innersource-common';
import { RELATION_COLORS, RELATIONS } from '../../lib/relation';

/** How a relation is painted in an SVG: by pattern as well as by color. */
export interface RelationFill {
  /** Goes into the SVG before what is filled. */
  patterns: ReactElement[];
  fill(relation: ContributionRelation): string;
  stroke(relation: ContributionRelation): string;
}

export function useRelationFill(): RelationFill {
  const { palette } = useTheme();
  // Colons, as React makes them, end an address of the form url(#…).
  const id = useId().replaceAll(':', '');
  const colors = RELATION_COLORS[palette.type];
  const paper = palette.background.paper;
  const marks: Record<ContributionRelation, ReactElement> = {
    own: <rect width={8} height={8} fill={colors.own} />,
    other: (
      <>
        <rect width={8} height={8} fill={colors.other} />
        <path
          d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"
          stroke={paper}
          strokeWidth={1.5}
        />
      </>
    ),
    unknown: (
      <>
        <rect width={8} height={8} fill={paper} />
        <circle cx={2} cy={2} r={1.4} fill={colors.unknown} />
        <circle cx={6} cy={6} r={1.4} fill={colors.unknown} />
      </>
    ),
    bot: (
      <>
        <rect width={8} height={8} fill={paper} />
        <path d="M0,2 h8 M0,6 h8" stroke={colors.bot} strokeWidth={1} />
      </>
    ),
  };
  return {
    patterns: RELATIONS.map(relation => (
      <pattern
        key={relation}
        id={`${id}-${relation}`}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
      >
        {marks[relation]}
      </pattern>
    )),
    fill: relation => `url(#${id}-${relation})`,
    stroke: relation => colors[relation],
  };
}

/** A sample of a relation's pattern, for legends. */
export function RelationSwatch(props: { relation: ContributionRelation }) {
  const { patterns, fill, stroke } = useRelationFill();
  return (
    <svg width={16} height={16} aria-hidden focusable="false">
      <defs>{patterns}</defs>
      <rect
        x={0.5}
        y={0.5}
        width={15}
        height={15}
        rx={2}
        fill={fill(props.relation)}
        stroke={stroke(props.relation)}
      />
    </svg>
  );
}
