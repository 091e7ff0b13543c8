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

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    tag: {
      padding: theme.spacing(0.25, 1),
      borderRadius: 999,
      overflowWrap: 'anywhere',
      backgroundColor: theme.palette.action.hover,
      ...theme.typography.caption,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'InnerSourceTagList' },
);

/** A few short words side by side. Nothing without any. */
export function TagList(props: { tags: readonly string[]; label?: string }) {
  const { tags, label } = props;
  const classes = useStyles();
  return tags.length > 0 ? (
    <ul className={classes.root} aria-label={label}>
      {tags.map(tag => (
        <li key={tag} className={classes.tag}>
          {tag}
        </li>
      ))}
    </ul>
  ) : null;
}
