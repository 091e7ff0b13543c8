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
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  HELP_KINDS,
  GOVERNANCE_LEVELS,
  PortalMetadata,
} from '@ispo/backstage-plugin-innersource-common';
import { safeHttpUrl } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { TemplateBlock } from '../TemplateBlock';

const TITLE_ID = 'innersource-offer-title';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    kinds: {
      margin: 0,
      padding: 0,
      border: 0,
    },
  }),
  { name: 'InnerSourceOfferProject' },
);

/** A button and a dialog that write the file by which a project joins the list. */
export function OfferProject() {
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(innersourceTranslationRef);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('offer.action')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="md"
        aria-labelledby={TITLE_ID}
      >
        <DialogTitle id={TITLE_ID}>{t('offer.title')}</DialogTitle>
        <DialogContent>
          <OfferForm />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('offer.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function OfferForm() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const [title, setTitle] = useState('');
  const [motivation, setMotivation] = useState('');
  const [contributions, setContributions] = useState<readonly string[]>([]);
  const [skills, setSkills] = useState('');
  const [docs, setDocs] = useState('');
  const [level, setLevel] = useState('');
  const wrongDocs = docs.trim() !== '' && !safeHttpUrl(docs.trim());

  const metadata: PortalMetadata = {
    ...(title.trim() && { title: title.trim() }),
    ...(motivation.trim() && { motivation: motivation.trim() }),
    ...(contributions.length > 0 && { contributions: [...contributions] }),
    ...(wordsOf(skills).length > 0 && { skills: wordsOf(skills) }),
    ...(docs.trim() && !wrongDocs && { docs: docs.trim() }),
    governanceLevel: GOVERNANCE_LEVELS.find(known => known === level),
  };
  const field = (
    label: string,
    value: string,
    onChange: (value: string) => void,
    helperText?: string,
  ) => (
    <TextField
      id={`innersource-offer-${label}`}
      variant="outlined"
      size="small"
      label={label}
      value={value}
      helperText={helperText}
      inputProps={{ maxLength: 2000 }}
      onChange={event => onChange(event.target.value)}
    />
  );

  return (
    <div className={classes.form}>
      <Typography variant="body2">{t('offer.intro')}</Typography>
      {field(t('offer.name'), title, setTitle)}
      {field(
        t('offer.motivation'),
        motivation,
        setMotivation,
        t('offer.motivationHelp'),
      )}
      <fieldset className={classes.kinds}>
        <Typography variant="body2" component="legend">
          {t('offer.contributions')}
        </Typography>
        {HELP_KINDS.map(kind => (
          <FormControlLabel
            key={kind}
            label={t(`offer.kind.${kind}`)}
            control={
              <Checkbox
                color="primary"
                checked={contributions.includes(kind)}
                onChange={(_, checked) =>
                  setContributions(
                    HELP_KINDS.filter(known =>
                      known === kind ? checked : contributions.includes(known),
                    ),
                  )
                }
              />
            }
          />
        ))}
      </fieldset>
      {field(t('offer.skills'), skills, setSkills, t('offer.skillsHelp'))}
      {field(
        t('offer.docs'),
        docs,
        setDocs,
        wrongDocs ? t('offer.docsWrong') : undefined,
      )}
      <TextField
        select
        variant="outlined"
        size="small"
        id="innersource-offer-level"
        label={t('level.label')}
        InputLabelProps={{ shrink: true }}
        SelectProps={{ native: true }}
        value={level}
        onChange={event => setLevel(event.target.value)}
      >
        <option value="">{t('offer.noLevel')}</option>
        {GOVERNANCE_LEVELS.map(value => (
          <option key={value} value={value}>
            {t(`level.${value}`)}
          </option>
        ))}
      </TextField>
      <TemplateBlock
        template={{
          path: 'innersource.json',
          content: `${JSON.stringify(metadata, null, 2)}\n`,
        }}
      />
      <Typography variant="body2">{t('offer.next')}</Typography>
    </div>
  );
}

function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map(word => word.trim())
        .filter(Boolean),
    ),
  ];
}
