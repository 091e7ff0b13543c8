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
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    bars: {
      display: 'flex',
      alignItems: 'flex-end',
      gap: 1,
      height: 40,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    bar: {
      flex: 1,
      minWidth: 0,
      backgroundColor: theme.palette.primary.main,
    },
    ends: {
      display: 'flex',
      justifyContent: 'space-between',
    },
  }),
  { name: 'InnerSourceActivityStrip' },
);

/** Commits per week of a year, oldest first. */
export function ActivityStrip(props: { weeks: readonly number[] }) {
  const { weeks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const most = Math.max(...weeks, 1);
  const count = weeks.reduce((sum, commits) => sum + commits, 0);
  const label = t('panel.strip', {
    count,
    commits: format.score(count),
    active: String(weeks.filter(commits => commits > 0).length),
    weeks: String(weeks.length),
  });
  return (
    <div>
      <div className={classes.bars} role="img" aria-label={label}>
        {weeks.map((commits, week) => (
          <span
            key={week}
            className={classes.bar}
            style={{
              height: commits > 0 ? `${8 + (92 * commits) / most}%` : 0,
            }}
            title={t('panel.stripWeek', {
              count: commits,
              week: format.weeksAgo(weeks.length - 1 - week),
            })}
          />
        ))}
      </div>
      <Typography
        variant="caption"
        color="textSecondary"
        component="div"
        className={classes.ends}
      >
        <span>{t('panel.yearAgo')}</span>
        <span>{t('panel.thisWeek')}</span>
      </Typography>
      <Typography variant="body2">{label}</Typography>
    </div>
  );
}
