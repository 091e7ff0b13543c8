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
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExportFile,
  ExportQuery,
} from '@ispo/backstage-plugin-innersource-common';
import { innersourceApiRef } from '../../api';
import { useErrorText } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';

const FILES: ReadonlyArray<{ file: ExportFile; label: 'csv' | 'portal' }> = [
  { file: 'projects.csv', label: 'csv' },
  { file: 'portal.json', label: 'portal' },
];
const MENU_ID = 'innersource-export-menu';

/** Saves the list as it is filtered now as a file for other tools. */
export function ExportMenu(props: { query: ExportQuery }) {
  const api = useApi(innersourceApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(innersourceTranslationRef);
  const errorText = useErrorText();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [saving, setSaving] = useState(false);

  const save = async (file: ExportFile) => {
    setAnchor(undefined);
    setSaving(true);
    try {
      saveAs(await api.exportProjects(file, props.query), file);
    } catch (error) {
      alertApi.post({
        message: t('export.failed', { message: errorText(error) }),
        severity: 'error',
      });
    } finally {
      setSaving(false);
    }
  };

  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-controls={anchor && MENU_ID}
        aria-expanded={Boolean(anchor)}
        disabled={saving}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('export.action')}
      </Button>
      <Menu
        id={MENU_ID}
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
      >
        {FILES.map(({ file, label }) => (
          <MenuItem key={file} onClick={() => save(file)}>
            {t(`export.file.${label}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function saveAs(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
