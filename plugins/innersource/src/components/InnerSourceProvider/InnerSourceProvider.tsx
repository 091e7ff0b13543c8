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

import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { InnerSourceApi } from '@ispo/backstage-plugin-innersource-common';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { innersourceApiRef } from '../../api';
import { useLocale } from '../../hooks';
import { FocusTheme } from './FocusTheme';

// One cache per backend client, so that a card and a tab of the same entity
// share what they load.
const queryClients = new WeakMap<InnerSourceApi, QueryClient>();

function queryClientFor(api: InnerSourceApi): QueryClient {
  let client = queryClients.get(api);
  if (!client) {
    client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: 30_000,
          refetchOnWindowFocus: false,
          retry: false,
        },
      },
    });
    queryClients.set(api, client);
  }
  return client;
}

// Links have the font of what is around them, which the host's page decides
// differently from theme to theme.
const useStyles = makeStyles(
  theme => ({
    root: { display: 'contents', fontFamily: theme.typography.fontFamily },
  }),
  { name: 'InnerSourceProvider' },
);

/**
 * Gives the components below it the plugin's cache of backend answers, and
 * buttons that bear the keyboard's focus at any time; and tells screen readers
 * the language, as Backstage does not.
 */
export function InnerSourceProvider(props: { children: ReactNode }) {
  const api = useApi(innersourceApiRef);
  const classes = useStyles();
  const language = useLocale();
  return (
    <QueryClientProvider client={queryClientFor(api)}>
      <FocusTheme>
        <div className={classes.root} lang={language}>
          {props.children}
        </div>
      </FocusTheme>
    </QueryClientProvider>
  );
}
