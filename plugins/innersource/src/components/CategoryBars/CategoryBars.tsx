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
import { CategoryScore } from '@ispo/backstage-plugin-innersource-common';
import { useFormat, useTone } from '../../hooks';
import { toneOfScore } from '../../lib/tone';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, auto) minmax(48px, 1fr) auto',
      columnGap: theme.spacing(1.5),
      rowGap: theme.spacing(1),
      alignItems: 'center',
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    item: {
      display: 'contents',
    },
    name: {
      color: theme.palette.text.primary,
    },
    track: {
      display: 'block',
      height: 6,
      borderRadius: 3,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.disabledBackground,
    },
    bar: {
      display: 'block',
      height: '100%',
      minWidth: 2,
      borderRadius: 3,
    },
    value: {
      textAlign: 'right',
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'InnerSourceCategoryBars' },
);

/** The six categories' scores as bars. */
export function CategoryBars(props: {
  categories: Array<Pick<CategoryScore, 'category' | 'score'>>;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <ul className={classes.root}>
      {props.categories.map(({ category, score }) => (
        <li key={category} className={classes.item}>
          <span className={classes.name}>{t(`category.${category}`)}</span>
          <CategoryBar score={score} />
          <span className={classes.value}>
            {score === null
              ? t('category.unknown')
              : format.score(Math.round(score))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function CategoryBar(props: { score: number | null }) {
  const { score } = props;
  const classes = useStyles();
  const color = useTone(toneOfScore(score));
  return (
    <span className={classes.track} aria-hidden>
      {score !== null && (
        <span
          className={classes.bar}
          style={{ width: `${score}%`, backgroundColor: color }}
        />
      )}
    </span>
  );
}
