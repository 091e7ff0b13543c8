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
import { useFormat, useTone } from '../../hooks';
import { toneOfScore } from '../../lib/tone';
import { innersourceTranslationRef } from '../../translation';

const RADIUS = 42;
/** Below this size in pixels a caption could not be read. */
const CAPTION_MIN_SIZE = 96;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      flex: 'none',
      maxWidth: '100%',
    },
    track: {
      fill: 'none',
      stroke: theme.palette.action.disabledBackground,
    },
    arc: {
      fill: 'none',
      strokeLinecap: 'round',
      animation: '$draw 600ms ease-out',
      transition: 'stroke-dashoffset 400ms ease-out',
      '@media (prefers-reduced-motion: reduce)': {
        animation: 'none',
        transition: 'none',
      },
    },
    score: {
      fill: theme.palette.text.primary,
      fontFamily: theme.typography.fontFamily,
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
    },
    caption: {
      fill: theme.palette.text.secondary,
      fontFamily: theme.typography.fontFamily,
    },
    '@keyframes draw': {
      from: { strokeDashoffset: CIRCUMFERENCE },
    },
  }),
  { name: 'InnerSourceScoreRing' },
);

/** A score from 0 to 100 as a ring. */
export function ScoreRing(props: {
  score: number | null;
  grade: string | null;
  /** Width and height in pixels. */
  size?: number;
}) {
  const { score, grade, size = 112 } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const color = useTone(toneOfScore(score));
  const hasCaption = size >= CAPTION_MIN_SIZE;

  return (
    <svg
      className={classes.root}
      width={size}
      height={size}
      viewBox="0 0 100 100"
      role="img"
      aria-label={
        score === null
          ? t('readiness.ringWithoutScore')
          : t('readiness.ring', {
              score: format.score(score),
              grade: grade ?? '–',
            })
      }
    >
      <circle
        className={classes.track}
        cx="50"
        cy="50"
        r={RADIUS}
        strokeWidth="8"
        strokeDasharray={score === null ? '2 6' : undefined}
      />
      {score !== null && score > 0 && (
        <circle
          className={classes.arc}
          cx="50"
          cy="50"
          r={RADIUS}
          strokeWidth="8"
          stroke={color}
          strokeDasharray={CIRCUMFERENCE}
          strokeDashoffset={CIRCUMFERENCE * (1 - score / 100)}
          transform="rotate(-90 50 50)"
        />
      )}
      {score === null ? (
        <text
          className={classes.caption}
          x="50"
          y="54"
          textAnchor="middle"
          fontSize={hasCaption ? 11 : 27}
        >
          {hasCaption ? t('readiness.withoutScore') : '–'}
        </text>
      ) : (
        <>
          <text
            className={classes.score}
            x="50"
            y={hasCaption ? 55 : 59.5}
            textAnchor="middle"
            fontSize={hasCaption ? 25 : 27}
          >
            {format.score(score)}
          </text>
          {hasCaption && (
            <text
              className={classes.caption}
              x="50"
              y="69"
              textAnchor="middle"
              fontSize="10"
            >
              {t('readiness.outOf')}
            </text>
          )}
        </>
      )}
    </svg>
  );
}
