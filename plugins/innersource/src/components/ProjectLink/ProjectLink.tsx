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
import MuiLink from '@material-ui/core/Link';
import { ReactNode } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { PROJECT_PARAM } from '../../hooks';

/** Opens a project's panel: over the present list, or over the list at `base`. */
export function ProjectLink(props: {
  entityRef: string;
  children: ReactNode;
  base?: string;
}) {
  const { entityRef, children, base } = props;
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(base === undefined ? search : '');
  params.set(PROJECT_PARAM, entityRef);
  return (
    <MuiLink
      component={RouterLink}
      to={{ pathname: base ?? pathname, search: `?${params}` }}
    >
      {children}
    </MuiLink>
  );
}
