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

import MaterialLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCheckTexts } from '../../hooks';
import { OpenRemedy } from '../../lib/remedies';
import { Gain } from '../Gain';
import { StatusIcon } from '../StatusIcon';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      rowGap: theme.spacing(1.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      columnGap: theme.spacing(1.5),
      alignItems: 'start',
    },
    title: {
      fontWeight: 600,
      textAlign: 'left',
      overflowWrap: 'anywhere',
    },
    summary: {
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'InnerSourceRemedyList' },
);

/** Checks that could gain points, with what to do and the gain. */
export function RemedyList(props: {
  remedies: OpenRemedy[];
  onSelectCheck?: (checkId: string) => void;
}) {
  const { remedies, onSelectCheck } = props;
  const classes = useStyles();
  const texts = useCheckTexts();
  return (
    <ul className={classes.root}>
      {remedies.map(({ result, gain }) => (
        <li key={result.id} className={classes.item}>
          <StatusIcon status={result.status} />
          <div>
            {onSelectCheck ? (
              <MaterialLink
                component="button"
                variant="body2"
                underline="always"
                className={classes.title}
                onClick={() => onSelectCheck(result.id)}
              >
                {texts.title(result)}
              </MaterialLink>
            ) : (
              <Typography variant="body2" className={classes.title}>
                {texts.title(result)}
              </Typography>
            )}
            {result.remedy && (
              <Typography
                variant="body2"
                color="textSecondary"
                className={classes.summary}
              >
                {texts.remedy({ id: result.id, remedy: result.remedy })}
              </Typography>
            )}
          </div>
          <Gain points={gain} />
        </li>
      ))}
    </ul>
  );
}
