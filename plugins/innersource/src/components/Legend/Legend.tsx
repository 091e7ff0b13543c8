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
import { ContributionRelation } from '@ispo/backstage-plugin-innersource-common';
import { RelationSwatch } from '../RelationFill';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
    },
    item: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    small: {
      ...theme.typography.caption,
      color: theme.palette.text.primary,
    },
    swatch: {
      width: 14,
      height: 14,
      borderRadius: 3,
    },
  }),
  { name: 'InnerSourceLegend' },
);

/** What a legend names: the pattern of a relation, or a color. */
type LegendItem = { label: string } & (
  | { relation: ContributionRelation }
  | { color: string }
);

/** Names what patterns or colors stand for. */
export function Legend(props: {
  items: LegendItem[];
  /** In small print. */
  small?: boolean;
}) {
  const classes = useStyles();
  return (
    <ul className={`${classes.root} ${props.small ? classes.small : ''}`}>
      {props.items.map(item => (
        <li key={item.label} className={classes.item}>
          {'relation' in item ? (
            <RelationSwatch relation={item.relation} />
          ) : (
            <span
              className={classes.swatch}
              style={{ backgroundColor: item.color }}
              aria-hidden
            />
          )}
          {item.label}
        </li>
      ))}
    </ul>
  );
}
