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

import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { Facet } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { ShowAllButton } from '../ShowAllButton';

const SHOWN_VALUES = 6;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      minWidth: 0,
      margin: 0,
      padding: 0,
      border: 0,
    },
    legend: {
      padding: 0,
      marginBottom: theme.spacing(0.5),
      ...theme.typography.subtitle2,
      fontWeight: 700,
    },
    option: {
      alignItems: 'flex-start',
      width: '100%',
      marginRight: 0,
      marginLeft: -5,
    },
    checkbox: {
      padding: 4,
    },
    label: {
      flex: 1,
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      paddingTop: 4,
      minWidth: 0,
      overflowWrap: 'anywhere',
      ...theme.typography.body2,
    },
    count: {
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'InnerSourceFacetFilter' },
);

/** Chooses among the values of one field. Nothing without values. */
export function FacetFilter(props: {
  label: string;
  facets: Facet[];
  selected: string[];
  onChange: (selected: string[]) => void;
  renderValue?: (value: string) => ReactNode;
}) {
  const { label, facets, selected, onChange, renderValue } = props;
  const classes = useStyles();
  const format = useFormat();
  const [showAll, setShowAll] = useState(false);

  // A value that no longer occurs must remain, or it could not be unchosen.
  const missing = selected
    .filter(value => !facets.some(facet => facet.value === value))
    .map(value => ({ value, count: 0 }));
  const options = [...facets, ...missing];
  if (options.length === 0) {
    return null;
  }
  const shown = options.filter(
    ({ value }, index) =>
      showAll || index < SHOWN_VALUES || selected.includes(value),
  );

  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{label}</legend>
      {shown.map(({ value, count }) => (
        <FormControlLabel
          key={value}
          classes={{ root: classes.option, label: classes.label }}
          control={
            <Checkbox
              size="small"
              color="primary"
              className={classes.checkbox}
              checked={selected.includes(value)}
              onChange={(_, checked) =>
                onChange(
                  checked
                    ? [...selected, value]
                    : selected.filter(other => other !== value),
                )
              }
            />
          }
          label={
            <>
              <span>{renderValue ? renderValue(value) : value}</span>{' '}
              <span className={classes.count}>{format.score(count)}</span>
            </>
          }
        />
      ))}
      {options.length > SHOWN_VALUES && (
        <ShowAllButton
          total={options.length}
          showAll={showAll}
          onChange={setShowAll}
        />
      )}
    </fieldset>
  );
}
