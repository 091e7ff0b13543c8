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
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Done from '@material-ui/icons/Done';
import FileCopy from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import { useCopyToClipboard, useTimeoutFn } from 'react-use';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RemedyTemplate } from '@ispo/backstage-plugin-innersource-common';
import { VisuallyHidden } from '../VisuallyHidden';
import { innersourceTranslationRef } from '../../translation';

const COPIED_MS = 4_000;
const MAX_ROWS = 12;

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    root: {
      width: '100%',
      textAlign: 'left',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflow: 'hidden',
    },
    content: {
      display: 'block',
      boxSizing: 'border-box',
      width: '100%',
      padding: theme.spacing(1.5),
      border: 0,
      resize: 'vertical',
      color: theme.palette.text.primary,
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      backgroundColor: theme.palette.background.default,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'InnerSourceTemplateBlock' },
);

/** A file to paste into the repository, with a button that copies it. */
export function TemplateBlock(props: { template: RemedyTemplate }) {
  const { path, content } = props.template;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const [, copyToClipboard] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  const [, , restartTimer] = useTimeoutFn(() => setCopied(false), COPIED_MS);

  const copy = () => {
    copyToClipboard(content);
    setCopied(true);
    restartTimer();
  };

  return (
    <div className={classes.root}>
      <div className={classes.header}>
        <Typography variant="body2">{t('check.template', { path })}</Typography>
        <Button
          size="small"
          startIcon={copied ? <Done /> : <FileCopy />}
          onClick={copy}
        >
          {copied ? t('check.copied') : t('check.copyTemplate')}
        </Button>
      </div>
      <textarea
        className={classes.content}
        readOnly
        rows={Math.min(content.trimEnd().split('\n').length, MAX_ROWS)}
        aria-label={t('check.template', { path })}
        value={content}
      />
      <VisuallyHidden role="status">
        {copied && t('check.copiedAnnouncement', { path })}
      </VisuallyHidden>
    </div>
  );
}
