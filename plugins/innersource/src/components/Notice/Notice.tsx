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
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { ComponentType, ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(3, 2),
      textAlign: 'center',
      overflowWrap: 'anywhere',
    },
    icon: {
      fontSize: 40,
      color: theme.palette.text.secondary,
    },
    description: {
      maxWidth: '60ch',
    },
    children: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      width: '100%',
      maxWidth: 560,
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'InnerSourceNotice' },
);

/** Stands where there is nothing to show, and says why and what to do. */
export function Notice(props: {
  Icon: ComponentType<SvgIconProps>;
  title: string;
  description: ReactNode;
  children?: ReactNode;
}) {
  const { Icon, title, description, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      <Typography variant="h6" component="p">
        {title}
      </Typography>
      <Typography
        variant="body2"
        component="div"
        className={classes.description}
      >
        {description}
      </Typography>
      {children && <div className={classes.children}>{children}</div>}
    </div>
  );
}
