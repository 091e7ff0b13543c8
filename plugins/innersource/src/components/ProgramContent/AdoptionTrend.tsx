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
import { ProgramTrend } from '@ispo/backstage-plugin-innersource-common';
import { ProgramView, useFormat, useProgramTrend } from '../../hooks';
import { countOf, gradesIn, lookOfGrade } from '../../lib/grades';
import { innersourceTranslationRef } from '../../translation';
import { GradeLegend } from './GradeLegend';
import { ProgramBlock } from './ProgramBlock';
import { scopeName } from './scopeName';

const CHART_HEIGHT = 220;

/** Segments less high than this carry no text. */
const MIN_TEXT_HEIGHT = 16;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
    chart: {
      display: 'flex',
      alignItems: 'stretch',
      gap: theme.spacing(0.75),
      minWidth: 0,
    },
    column: {
      flex: '1 1 0',
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
    },
    bar: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'flex-end',
      height: CHART_HEIGHT,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    segment: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      overflow: 'hidden',
      // A gap, so that segments are told apart without color.
      borderTop: `1px solid ${theme.palette.background.paper}`,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 700,
    },
    month: {
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
      textAlign: 'center',
      whiteSpace: 'nowrap',
      display: 'flex',
      // Wider than its column.
      justifyContent: 'center',
    },
  }),
  { name: 'InnerSourceAdoptionTrend' },
);

const totalOf = ({ grades }: ProgramTrend['points'][number]) =>
  grades.reduce((sum, { count }) => sum + count, 0);

/** Projects by grade over time. */
export function AdoptionTrend(props: { view: ProgramView }) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const gradeName = (grade: string | null) => grade ?? t('grade.none');

  return (
    <ProgramBlock
      title={t('program.grades.title')}
      section="projects-by-grade"
      fileName={['innersource', 'grades', scopeName(props.view)]}
      query={useProgramTrend(props.view)}
      empty={({ points }) =>
        points.every(({ grades }) =>
          grades.every(({ grade }) => grade === null),
        ) && t('program.grades.empty')
      }
      finding={({ points }) => {
        const known = points.filter(point => totalOf(point) > 0);
        const last = known[known.length - 1];
        const [best] = gradesIn(known.map(({ grades }) => grades));
        const share = (point: ProgramTrend['points'][number]) =>
          format.percent(countOf(point.grades, best) / totalOf(point));
        return known.length > 1
          ? t('program.grades.finding', {
              grade: gradeName(best),
              share: share(last),
              before: share(known[0]),
              month: format.month(known[0].month),
            })
          : t('program.grades.findingFirst', {
              grade: gradeName(best),
              share: share(last),
            });
      }}
      caveat={t('program.grades.caveat')}
      table={({ points }) => {
        const grades = gradesIn(points.map(point => point.grades));
        return {
          columns: [
            {
              label: t('program.month'),
              minWidth: 84,
              format: month => format.month(String(month)),
            },
            ...grades.map(grade => ({
              label: gradeName(grade),
              numeric: true,
            })),
            { label: t('readiness.label'), numeric: true },
          ],
          rows: [...points]
            .reverse()
            .map(point => [
              point.month,
              ...grades.map(grade =>
                totalOf(point) === 0 ? null : countOf(point.grades, grade),
              ),
              point.readiness,
            ]),
        };
      }}
    >
      {trend => <GradeColumns trend={trend} />}
    </ProgramBlock>
  );
}

function GradeColumns(props: { trend: ProgramTrend }) {
  const { points } = props.trend;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const grades = gradesIn(points.map(point => point.grades));
  const max = Math.max(...points.map(totalOf), 1);
  const label = points
    .filter(point => totalOf(point) > 0)
    .map(
      point =>
        `${format.month(point.month)}: ${point.grades
          .map(({ grade, count }) => `${grade ?? t('grade.none')} ${count}`)
          .join(', ')}`,
    )
    .join('; ');

  return (
    <div className={classes.root}>
      <div className={classes.chart} role="img" aria-label={label}>
        {points.map((point, index) => (
          <div key={point.month} className={classes.column}>
            <div className={classes.bar}>
              {grades.map(grade => {
                const count = countOf(point.grades, grade);
                const height = (CHART_HEIGHT * count) / max;
                const look = lookOfGrade(grade, grades);
                return (
                  count > 0 && (
                    <div
                      key={grade ?? ''}
                      className={classes.segment}
                      title={`${format.month(point.month)}: ${
                        grade ?? t('grade.none')
                      } ${count}`}
                      style={{
                        height,
                        backgroundColor: look.background,
                        color: look.text,
                      }}
                    >
                      {height >= MIN_TEXT_HEIGHT && (grade ?? '–')}
                    </div>
                  )
                );
              })}
            </div>
            <div className={classes.month}>
              {index % 3 === 0 || index === points.length - 1
                ? format.shortMonth(point.month)
                : '\u00a0'}
            </div>
          </div>
        ))}
      </div>
      <GradeLegend grades={grades} />
    </div>
  );
}
