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
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      maxWidth: '100%',
      flexWrap: 'wrap',
      paddingTop: 1,
    },
    option: {
      marginTop: -1,
      textTransform: 'none',
      [theme.breakpoints.down('xs')]: {
        padding: theme.spacing(0.375, 0.75),
      },
      // Each bears its own right border, since the next may stand below.
      '&&:not(:last-child)': {
        borderRightColor:
          theme.palette.type === 'dark'
            ? 'rgba(255, 255, 255, 0.23)'
            : 'rgba(0, 0, 0, 0.23)',
      },
      '&[aria-pressed="true"]': {
        backgroundColor: theme.palette.action.selected,
        fontWeight: 700,
        boxShadow: `inset 0 -2px 0 ${theme.palette.text.primary}`,
      },
    },
  }),
  { name: 'InnerSourceSegmentedControl' },
);

/** A choice between few options, all of them in sight. */
export function SegmentedControl<T extends string | number>(props: {
  label: string;
  options: ReadonlyArray<{ value: T; label: string }>;
  value: T;
  onChange: (value: T) => void;
}) {
  const classes = useStyles();
  return (
    <ButtonGroup size="small" aria-label={props.label} className={classes.root}>
      {props.options.map(({ value, label }) => (
        <Button
          key={value}
          className={classes.option}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {label}
        </Button>
      ))}
    </ButtonGroup>
  );
}
