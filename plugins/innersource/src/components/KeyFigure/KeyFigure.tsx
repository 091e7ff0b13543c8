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
import HelpOutline from '@material-ui/icons/HelpOutline';
import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MetricSection, metricDocsUrl } from '../../lib/metricDocs';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      height: '100%',
      padding: theme.spacing(2, 1.5),
      overflowWrap: 'anywhere',
    },
    head: {
      position: 'relative',
      // Two lines, so that the numbers of a row stand side by side.
      minHeight: '2.5rem',
      hyphens: 'auto',
      // Keeps room for the help in the first line alone: long words need the others.
      '&::before': {
        content: '""',
        float: 'right',
        width: theme.spacing(2.75),
        height: theme.spacing(2.25),
      },
    },
    help: {
      position: 'absolute',
      top: 0,
      right: 0,
      lineHeight: 0,
      color: theme.palette.text.secondary,
    },
    value: {
      ...theme.typography.h4,
      marginBottom: 0,
      fontWeight: 700,
      lineHeight: 1.2,
      color: theme.palette.text.primary,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'InnerSourceKeyFigure' },
);

/** A row of key figures. */
export function KeyFigures(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <ul className={classes.row} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One number with its name, what stands beside it, and its definition. */
export function KeyFigure(props: {
  label: string;
  value: string;
  section: MetricSection;
  children?: ReactNode;
}) {
  const { label } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <li>
      <Card className={classes.root}>
        <div className={classes.head}>
          <Typography variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Link
            to={metricDocsUrl(props.section)}
            className={classes.help}
            aria-label={t('contributions.definitionOf', { title: label })}
          >
            <HelpOutline fontSize="inherit" style={{ fontSize: 18 }} />
          </Link>
        </div>
        <span className={classes.value}>{props.value}</span>
        {props.children && (
          <Typography variant="body2" color="textSecondary" component="div">
            {props.children}
          </Typography>
        )}
      </Card>
    </li>
  );
}
