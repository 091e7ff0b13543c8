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
import Info from '@material-ui/icons/InfoOutlined';
import Warning from '@material-ui/icons/ReportProblemOutlined';
import { ReactNode } from 'react';
import { useTone } from '../../hooks';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5),
      border: '1px solid',
      borderLeftWidth: 4,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    text: {
      color: theme.palette.text.primary,
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'InnerSourceInsightNote' },
);

/** Something to know before one reads the figures below. */
export function InsightNote(props: {
  severity: 'info' | 'warning';
  title: string;
  /** `note` unless given; `status` is read out when it appears. */
  role?: 'note' | 'status';
  children: ReactNode;
}) {
  const classes = useStyles();
  const color = useTone(props.severity === 'warning' ? 'fair' : 'neutral');
  const Icon = props.severity === 'warning' ? Warning : Info;
  return (
    <div
      className={classes.root}
      style={{ borderColor: color }}
      role={props.role ?? 'note'}
    >
      <Icon style={{ color }} aria-hidden />
      <div className={classes.text}>
        <Typography variant="subtitle2" component="p">
          {props.title}
        </Typography>
        <Typography variant="body2" component="div">
          {props.children}
        </Typography>
      </div>
    </div>
  );
}
