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
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  {
    // The list's own item is around it.
    root: {
      display: 'flex',
    },
  },
  { name: 'InnerSourceSearchResultItem' },
);

/** What search hands to an item of its list. */
export interface SearchResultItemProps {
  result?: IndexableDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode | ((result: IndexableDocument) => ReactNode);
}

/** A project among the results of the portal's search. */
export function ProjectSearchResultListItem(props: SearchResultItemProps) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const grade = textOf(props.result, 'grade');
  return (
    <ResultItem
      {...props}
      details={[
        t('search.project'),
        grade && t('grade.label', { grade }),
        textOf(props.result, 'language'),
      ]}
    />
  );
}

/** A starter issue among the results of the portal's search. */
export function HelpWantedSearchResultListItem(props: SearchResultItemProps) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <ResultItem
      {...props}
      details={[
        t('search.helpWanted'),
        textOf(props.result, 'projectTitle'),
        textOf(props.result, 'language'),
      ]}
    />
  );
}

function ResultItem(
  props: SearchResultItemProps & { details: Array<string | undefined> },
) {
  const { result, highlight, icon, details } = props;
  const classes = useStyles();
  if (!result) {
    return null;
  }
  const text = (field: 'title' | 'text') =>
    highlight?.fields[field] ? (
      <HighlightedSearchResultText
        text={highlight.fields[field]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  return (
    <div className={classes.root} data-testid="innersource-search-result">
      {icon && (
        <ListItemIcon>
          {typeof icon === 'function' ? icon(result) : icon}
        </ListItemIcon>
      )}
      <ListItemText
        primaryTypographyProps={{ variant: 'h6' }}
        primary={<Link to={result.location}>{text('title')}</Link>}
        secondaryTypographyProps={{ component: 'div' }}
        secondary={
          <>
            <Typography variant="body2" color="textPrimary">
              {text('text')}
            </Typography>
            <Typography variant="caption" color="textPrimary">
              {textOf(result, 'entityRef') &&
                details.filter(Boolean).join(' · ')}
            </Typography>
          </>
        }
      />
    </div>
  );
}

/** Fields of documents come from the index, so nothing is taken for granted. */
function textOf(
  result: IndexableDocument | undefined,
  field: string,
): string | undefined {
  const value = new Map<string, unknown>(Object.entries(result ?? {})).get(
    field,
  );
  return typeof value === 'string' && value !== '' ? value : undefined;
}
