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

import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import DoneAll from '@material-ui/icons/DoneAll';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CategoryScore,
  CHECK_CATEGORIES,
  CheckResult,
  Evaluation,
} from '@ispo/backstage-plugin-innersource-common';
import { useCheckFilters, useFormat, useTone } from '../../hooks';
import { RepositoryLocation } from '../../lib/evidenceUrl';
import { needsWork, openRemedies } from '../../lib/remedies';
import { toneOfScore } from '../../lib/tone';
import { innersourceTranslationRef } from '../../translation';
import { CheckRow } from '../CheckRow';
import { Notice } from '../Notice';
import { VisuallyHidden } from '../VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(0, 1),
    },
    category: {
      '&:not(:first-child)': {
        marginTop: theme.spacing(3),
      },
    },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1),
      borderBottom: '2px solid',
    },
    name: {
      color: theme.palette.text.primary,
      fontSize: theme.typography.pxToRem(17),
      fontWeight: 700,
    },
    score: {
      marginLeft: theme.spacing(2),
      color: theme.palette.text.primary,
    },
    counts: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'InnerSourceCheckList' },
);

/** Checks by category, with filters. */
export function CheckList(props: {
  evaluation: Evaluation;
  location: RepositoryLocation;
  expandedIds: ReadonlySet<string>;
  onToggle: (checkId: string, expanded: boolean) => void;
}) {
  const { evaluation, location, expandedIds, onToggle } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const [filters, changeFilters] = useCheckFilters();

  const shown = evaluation.results.filter(
    result =>
      (!filters.failingOnly || needsWork(result)) &&
      (!filters.category || result.category === filters.category),
  );
  const gains = new Map(
    openRemedies(evaluation).map(({ result, gain }) => [result.id, gain]),
  );

  return (
    <InfoCard
      title={t('checks.title')}
      titleTypographyProps={{ component: 'h2' }}
    >
      <div
        className={classes.filters}
        role="group"
        aria-label={t('checks.filters')}
      >
        <TextField
          select
          size="small"
          variant="outlined"
          SelectProps={{ native: true }}
          inputProps={{ 'aria-label': t('checks.category') }}
          value={filters.category ?? ''}
          onChange={event =>
            changeFilters({
              category: CHECK_CATEGORIES.find(
                category => category === event.target.value,
              ),
            })
          }
        >
          <option value="">{t('checks.allCategories')}</option>
          {CHECK_CATEGORIES.map(category => (
            <option key={category} value={category}>
              {t(`category.${category}`)}
            </option>
          ))}
        </TextField>
        <FormControlLabel
          control={
            <Switch
              color="primary"
              checked={filters.failingOnly}
              onChange={(_, failingOnly) => changeFilters({ failingOnly })}
            />
          }
          label={t('checks.failingOnly')}
        />
      </div>
      <VisuallyHidden role="status">
        {t('checks.shown', { count: shown.length })}
      </VisuallyHidden>
      {shown.length === 0 && (
        <Notice
          Icon={DoneAll}
          title={t('checks.emptyTitle')}
          description={
            <>
              <p>{t('checks.emptyDescription')}</p>
              <Button
                variant="outlined"
                onClick={() =>
                  changeFilters({ failingOnly: false, category: undefined })
                }
              >
                {t('checks.reset')}
              </Button>
            </>
          }
        />
      )}
      {evaluation.readiness.categories.map(category => {
        const results = shown.filter(
          result => result.category === category.category,
        );
        return results.length === 0 ? null : (
          <section key={category.category} className={classes.category}>
            <CategoryHeader category={category} />
            {results.map((result: CheckResult) => (
              <CheckRow
                key={result.id}
                result={result}
                location={location}
                gain={gains.get(result.id)}
                expanded={expandedIds.has(result.id)}
                onToggle={expanded => onToggle(result.id, expanded)}
              />
            ))}
          </section>
        );
      })}
    </InfoCard>
  );
}

function CategoryHeader(props: { category: CategoryScore }) {
  const { category, score, passed, conclusive, total } = props.category;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const color = useTone(toneOfScore(score));
  const counts: string[] = [];
  if (conclusive > 0) {
    counts.push(
      t('category.passed', {
        passed: String(passed),
        conclusive: String(conclusive),
      }),
    );
  }
  if (total > conclusive) {
    counts.push(t('category.undecided', { count: total - conclusive }));
  }
  return (
    <div className={classes.header} style={{ borderColor: color }}>
      <Typography component="h3" className={classes.name}>
        {t(`category.${category}`)}
      </Typography>
      <Typography variant="body2" component="span" className={classes.counts}>
        {counts.join(' · ')}
        {score !== null && (
          <strong className={classes.score}>
            {format.score(Math.round(score))}
          </strong>
        )}
      </Typography>
    </div>
  );
}
