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

import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useApiHolder } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { Evidence } from '@ispo/backstage-plugin-innersource-common';
import { useTold } from '../../hooks';
import {
  evidenceUrl,
  RepositoryLocation,
  safeHttpUrl,
} from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';

/** What a check saw, with a link to the place where the host has a page for it. */
export function EvidenceItem(props: {
  evidence: Evidence;
  location: RepositoryLocation;
  /** What it is about, where nothing around it says so. */
  label?: string;
}) {
  const { evidence, location, label } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const told = useTold();
  const integrations = useApiHolder().get(scmIntegrationsApiRef);
  const url = evidenceUrl(evidence, location, integrations);

  let place = evidence.path;
  if (place && evidence.line) {
    place = `${place}, ${t('check.evidenceLine', {
      line: String(evidence.line),
    })}`;
  }
  const said = told(evidence);
  const target = targetOf(evidence);
  const [before, after] = target ? halves(said, target) : [said, undefined];
  const isShown = after !== undefined && !place && url === target;
  return (
    <Typography variant="body2" component="li">
      {label && <strong>{label}: </strong>}
      {before}
      {target && after !== undefined && (
        <>
          <Link to={target} underline="always">
            {target}
          </Link>
          {after}
        </>
      )}
      {(place || (url && !isShown)) && ' '}
      {url && !isShown ? (
        <Link to={url} underline="always">
          {place ?? url}
        </Link>
      ) : (
        place && <code>{place}</code>
      )}
    </Typography>
  );
}

/** The address that the sentence names, if it names one in full. */
function targetOf({ translatable }: Evidence): string | undefined {
  const target = translatable?.parameters?.target;
  return typeof target === 'string' && !target.endsWith('…')
    ? safeHttpUrl(target)
    : undefined;
}

function halves(text: string, middle: string): [string, string | undefined] {
  const at = text.indexOf(middle);
  return at < 0
    ? [text, undefined]
    : [text.slice(0, at), text.slice(at + middle.length)];
}
