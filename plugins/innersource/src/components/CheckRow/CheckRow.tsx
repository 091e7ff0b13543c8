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

import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CheckResult } from '@ispo/backstage-plugin-innersource-common';
import { useCheckTexts } from '../../hooks';
import { RepositoryLocation, safeHttpUrl } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { EvidenceItem } from '../EvidenceItem';
import { ExemptionNote } from '../ExemptionNote';
import { Gain } from '../Gain';
import { StatusIcon } from '../StatusIcon';
import { TemplateBlock } from '../TemplateBlock';

const useStyles = makeStyles(
  theme => ({
    root: {
      backgroundColor: 'transparent',
      '&::before': { display: 'none' },
      '&:not(:last-child)': {
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '&$expanded': { margin: 0 },
    },
    expanded: {},
    summary: {
      minHeight: 48,
      padding: theme.spacing(0, 1),
      '&$expanded': { minHeight: 48 },
      // The outline alone: on the theme's darker background, grey text is hard to read.
      '&&:focus-visible': {
        backgroundColor: 'transparent',
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    summaryContent: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto auto',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
      margin: theme.spacing(1, 0),
      '&$expanded': { margin: theme.spacing(1, 0) },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      },
    },
    title: {
      overflowWrap: 'anywhere',
    },
    status: {
      color: theme.palette.text.secondary,
      minWidth: '7em',
      textAlign: 'right',
      [theme.breakpoints.down('xs')]: {
        gridColumn: '2 / -1',
        gridRow: 2,
        textAlign: 'left',
      },
    },
    details: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      padding: theme.spacing(0.5, 1, 3, 5.5),
      [theme.breakpoints.down('xs')]: {
        padding: theme.spacing(0.5, 1, 3, 1),
      },
    },
    section: {
      maxWidth: '75ch',
      overflowWrap: 'anywhere',
    },
    heading: {
      marginBottom: theme.spacing(0.25),
      fontWeight: 700,
      fontSize: theme.typography.pxToRem(14),
    },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
    },
    template: {
      marginTop: theme.spacing(1.5),
    },
    footer: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(3),
      rowGap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'InnerSourceCheckRow' },
);

/** One check: its status, and on demand why, what was seen and what to do. */
export function CheckRow(props: {
  result: CheckResult;
  location: RepositoryLocation;
  /** Points of readiness that passing would gain. */
  gain?: number;
  expanded: boolean;
  onToggle: (expanded: boolean) => void;
}) {
  const { result, location, gain, expanded, onToggle } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const texts = useCheckTexts();
  const detailsId = `innersource-check-${result.id}`;

  return (
    <Accordion
      square
      elevation={0}
      expanded={expanded}
      onChange={(_, value) => onToggle(value)}
      classes={{ root: classes.root, expanded: classes.expanded }}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        expandIcon={<ExpandMore />}
        id={`${detailsId}-summary`}
        aria-controls={detailsId}
        classes={{
          root: classes.summary,
          content: classes.summaryContent,
          expanded: classes.expanded,
        }}
      >
        <StatusIcon status={result.status} />
        <Typography component="span" className={classes.title}>
          {texts.title(result)}
        </Typography>
        <Gain points={gain} />
        <Typography component="span" variant="body2" className={classes.status}>
          {t(`check.status.${result.status}`)}
        </Typography>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        {result.exemption && <ExemptionNote exemption={result.exemption} />}
        <Section title={t('check.why')}>
          <Typography variant="body2">{texts.why(result)}</Typography>
        </Section>
        <Section title={t('check.evidence')}>
          {result.evidence.length > 0 ? (
            <ul className={classes.list}>
              {result.evidence.map((evidence, index) => (
                <EvidenceItem
                  key={index}
                  evidence={evidence}
                  location={location}
                />
              ))}
            </ul>
          ) : (
            <Typography variant="body2">{t('check.noEvidence')}</Typography>
          )}
        </Section>
        {result.remedy && (
          <Section title={t('check.remedy')}>
            <Typography variant="body2">
              {texts.remedy({ id: result.id, remedy: result.remedy })}{' '}
              {safeHttpUrl(result.remedy.url) && (
                <Link to={result.remedy.url!} underline="always">
                  {t('check.learnMore')}
                </Link>
              )}
            </Typography>
            {result.remedy.template && (
              <div className={classes.template}>
                <TemplateBlock template={result.remedy.template} />
              </div>
            )}
          </Section>
        )}
        <Typography variant="body2" component="div" className={classes.footer}>
          <span>
            {t('check.severity.label', {
              severity: t(`check.severity.${result.severity}`),
            })}
          </span>
          <span>
            {t('check.guideline')}
            {': '}
            {safeHttpUrl(result.guideline.url) ? (
              <Link to={result.guideline.url} underline="always">
                {result.guideline.name}
              </Link>
            ) : (
              result.guideline.name
            )}
          </span>
        </Typography>
      </AccordionDetails>
    </Accordion>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.section}>
      <Typography component="h4" className={classes.heading}>
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
}
