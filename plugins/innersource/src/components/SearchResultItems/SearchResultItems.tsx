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
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { rootRouteRef } from '../../routes';
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
  if (standsForNothing(props.result)) {
    return (
      <Nothing
        icon={props.icon}
        result={props.result}
        title={t('discover.noneJoinedTitle')}
        text={t('discover.noneJoinedDescription')}
        subPage="discover"
      />
    );
  }
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
  if (standsForNothing(props.result)) {
    return (
      <Nothing
        icon={props.icon}
        result={props.result}
        title={t('helpWanted.emptyTitle')}
        text={t('helpWanted.emptyDescription')}
        subPage="help-wanted"
      />
    );
  }
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

/** While there is nothing to index, the index has one document without an entity. */
function standsForNothing(
  result: IndexableDocument | undefined,
): result is IndexableDocument {
  return result !== undefined && textOf(result, 'entityRef') === undefined;
}

/** Says in the user's language that there is nothing, wherever the page is. */
function Nothing(props: {
  icon: SearchResultItemProps['icon'];
  result: IndexableDocument;
  title: string;
  text: string;
  subPage: string;
}) {
  const root = useRouteRef(rootRouteRef)();
  return (
    <Item
      icon={iconOf(props.icon, props.result)}
      to={`${root}/${props.subPage}`}
      title={props.title}
      text={props.text}
    />
  );
}

function ResultItem(
  props: SearchResultItemProps & { details: Array<string | undefined> },
) {
  const { result, highlight, icon, details } = props;
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
    <Item
      icon={iconOf(icon, result)}
      to={result.location}
      title={text('title')}
      text={text('text')}
      details={details.filter(Boolean).join(' · ')}
    />
  );
}

function iconOf(
  icon: SearchResultItemProps['icon'],
  result: IndexableDocument,
): ReactNode {
  return typeof icon === 'function' ? icon(result) : icon;
}

function Item(props: {
  icon: ReactNode;
  to: string;
  title: ReactNode;
  text: ReactNode;
  details?: string;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} data-testid="innersource-search-result">
      {props.icon && <ListItemIcon>{props.icon}</ListItemIcon>}
      <ListItemText
        primaryTypographyProps={{ variant: 'h6' }}
        primary={<Link to={props.to}>{props.title}</Link>}
        secondaryTypographyProps={{ component: 'div' }}
        secondary={
          <>
            <Typography variant="body2" color="textPrimary">
              {props.text}
            </Typography>
            <Typography variant="caption" color="textPrimary">
              {props.details}
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
