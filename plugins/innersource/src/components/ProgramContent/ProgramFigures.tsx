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

import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowForward from '@material-ui/icons/ArrowForward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ProgramFigure,
  ProgramSummary,
} from '@ispo/backstage-plugin-innersource-common';
import {
  Format,
  ProgramView,
  useFormat,
  useProgramSummary,
  useTone,
} from '../../hooks';
import { Tone } from '../../lib/tone';
import { innersourceTranslationRef } from '../../translation';
import { RetryPanel } from '../LoadingFailed';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 150px), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      // Two full rows of the twelve figures.
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
      },
    },
    // Names, values and changes of a row stand side by side.
    item: {
      display: 'grid',
      gridRow: 'span 3',
      gridTemplateRows: 'subgrid',
    },
    card: {
      display: 'grid',
      gridRow: '1 / -1',
      gridTemplateRows: 'subgrid',
      rowGap: theme.spacing(0.5),
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    value: {
      fontSize: theme.typography.pxToRem(30),
      fontWeight: 700,
      lineHeight: 1.2,
      fontVariantNumeric: 'tabular-nums',
    },
    change: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
    },
    icon: {
      fontSize: 18,
      marginTop: 2,
    },
  }),
  { name: 'InnerSourceProgramFigures' },
);

/** Which way is an improvement; undefined where neither is. */
type Better = 'up' | 'down' | undefined;

interface FigureDefinition {
  id:
    | 'projects'
    | 'innerSourceProjects'
    | 'innerSourceProjectShare'
    | 'readiness'
    | 'innerSourceShare'
    | 'outsideContributions'
    | 'outsideContributors'
    | 'newOutsideContributors'
    | 'teamsGiving'
    | 'teamsReceiving'
    | 'firstResponseHours'
    | 'distance';
  better: Better;
  show: (format: Format, value: number) => string;
  /** How a change is told, if not like the value. */
  showChange?: (format: Format, change: number) => string;
}

const asNumber = (format: Format, value: number) => format.score(value);

const asShare = {
  show: (format: Format, value: number) => format.percent(value),
  showChange: (format: Format, change: number) => format.score(change * 100),
};

const FIGURES: readonly FigureDefinition[] = [
  { id: 'projects', better: undefined, show: asNumber },
  { id: 'innerSourceProjects', better: 'up', show: asNumber },
  { id: 'innerSourceProjectShare', better: 'up', ...asShare },
  { id: 'innerSourceShare', better: 'up', ...asShare },
  { id: 'outsideContributions', better: 'up', show: asNumber },
  { id: 'outsideContributors', better: 'up', show: asNumber },
  { id: 'newOutsideContributors', better: 'up', show: asNumber },
  { id: 'teamsGiving', better: 'up', show: asNumber },
  { id: 'teamsReceiving', better: 'up', show: asNumber },
  {
    id: 'firstResponseHours',
    better: 'down',
    show: (format, value) => format.duration(value),
  },
  { id: 'distance', better: undefined, show: asNumber },
  { id: 'readiness', better: 'up', show: asNumber },
];

/** Headline figures with their change against the window before. */
export function ProgramFigures(props: { view: ProgramView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { data, error, refetch } = useProgramSummary(props.view);
  if (data) {
    return <Figures summary={data} />;
  }
  if (error) {
    return (
      <RetryPanel
        title={t('program.errorTitle', { title: t('program.figures') })}
        error={error}
        onRetry={refetch}
      />
    );
  }
  return (
    <div className={classes.root} aria-busy>
      <Progress />
    </div>
  );
}

function Figures(props: { summary: ProgramSummary }) {
  const { summary } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  if (!summary.projects.value) {
    return <Typography variant="body1">{t('program.noProjects')}</Typography>;
  }
  return (
    <ul className={classes.root} aria-label={t('program.figures')}>
      {FIGURES.map(definition => (
        <li key={definition.id} className={classes.item}>
          <Figure definition={definition} figure={summary[definition.id]} />
        </li>
      ))}
    </ul>
  );
}

function Figure(props: {
  definition: FigureDefinition;
  figure: ProgramFigure;
}) {
  const { id, show } = props.definition;
  const { value } = props.figure;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <Card className={classes.card}>
      <Typography variant="body2" color="textSecondary">
        {t(`program.figure.${id}`)}
      </Typography>
      <span className={classes.value}>
        {value === null ? '–' : show(format, value)}
      </span>
      <Change {...props} />
    </Card>
  );
}

function toneOf(change: number, better: Better): Tone {
  if (change === 0 || better === undefined) {
    return 'neutral';
  }
  return change > 0 === (better === 'up') ? 'good' : 'poor';
}

function Change(props: {
  definition: FigureDefinition;
  figure: ProgramFigure;
}) {
  const { better, show, showChange = show } = props.definition;
  const { value, previous } = props.figure;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  // Smaller changes than can be shown are none.
  const raw = value === null || previous === null ? 0 : value - previous;
  const change =
    showChange(format, Math.abs(raw)) === showChange(format, 0) ? 0 : raw;
  const tone = toneOf(change, better);
  const color = useTone(tone);
  if (value === null || previous === null) {
    return (
      <Typography variant="body2" component="div" className={classes.change}>
        {value === null ? t('program.notKnown') : t('program.notKnownBefore')}
      </Typography>
    );
  }

  const amount = showChange(format, Math.abs(change));
  const before = show(format, previous);
  const inPoints = show === asShare.show;
  let Icon = ArrowForward;
  let text: string = t('program.change.same');
  if (change > 0) {
    Icon = ArrowUpward;
    text = inPoints
      ? t('program.change.upPoints', { amount, before })
      : t('program.change.up', { amount, before });
  } else if (change < 0) {
    Icon = ArrowDownward;
    text = inPoints
      ? t('program.change.downPoints', { amount, before })
      : t('program.change.down', { amount, before });
  }
  return (
    <Typography variant="body2" component="div" className={classes.change}>
      <Icon className={classes.icon} style={{ color }} aria-hidden />
      <span>
        {text}
        {tone === 'good' && (
          <strong style={{ color }}> {t('program.change.better')}</strong>
        )}
        {tone === 'poor' && (
          <strong style={{ color }}> {t('program.change.worse')}</strong>
        )}
      </span>
    </Typography>
  );
}
