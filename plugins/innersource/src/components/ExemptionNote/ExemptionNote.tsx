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
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Exemption } from '@ispo/backstage-plugin-innersource-common';
import { useFormat } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 1.5),
      borderLeft: `3px solid ${theme.palette.text.secondary}`,
      backgroundColor: theme.palette.action.hover,
    },
  }),
  { name: 'InnerSourceExemptionNote' },
);

/** Why a check does not count for a project, and until when. */
export function ExemptionNote(props: { exemption: Exemption }) {
  const { reason, expires } = props.exemption;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="p">
        {t('exemption.title')}
      </Typography>
      <Typography variant="body2">{reason}</Typography>
      <Typography variant="body2" color="textSecondary">
        {expires
          ? t('exemption.expires', { date: format.date(expires) })
          : t('exemption.permanent')}
      </Typography>
    </div>
  );
}
