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
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ProgramCheck } from '@ispo/backstage-plugin-innersource-common';
import {
  ProgramView,
  useCheckTexts,
  useFormat,
  useProgramCheckProjects,
  useProgramChecks,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ShowAllButton } from '../ShowAllButton';
import { CheckBar, CheckBarLegend } from './CheckBar';
import { ProgramBlock } from './ProgramBlock';
import { ProjectPages } from './ProjectPages';
import { scopeName } from './scopeName';
import { WhatIf } from './WhatIf';

const SHOWN_CHECKS = 8;

const STATUSES = ['pass', 'partial', 'fail', 'unknown', 'exempt'] as const;

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    check: {
      padding: theme.spacing(1.5, 0),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    head: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.5, 3),
      alignItems: 'center',
      [theme.breakpoints.up('sm')]: {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) auto',
      },
    },
    title: {
      fontWeight: 600,
    },
    open: {
      justifySelf: 'start',
      [theme.breakpoints.up('sm')]: {
        justifySelf: 'end',
      },
    },
    details: {
      paddingTop: theme.spacing(1),
      maxWidth: '90ch',
    },
  }),
  { name: 'InnerSourceHeldBack' },
);

/** Projects that a check holds back. */
export const heldBackBy = ({ partial, fail }: ProgramCheck) => partial + fail;

/** What holds projects back, and what mending it would do. */
export function HeldBack(props: { view: ProgramView }) {
  const { scope } = props.view;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const texts = useCheckTexts();
  const [showAll, setShowAll] = useState(false);
  return (
    <ProgramBlock
      title={t('program.checks.title')}
      section="what-holds-projects-back"
      fileName={['innersource', 'checks', scopeName(props.view)]}
      query={useProgramChecks({ scope })}
      empty={({ checks }) =>
        checks.every(check => heldBackBy(check) === 0) &&
        t('program.checks.empty')
      }
      finding={({ checks: [first] }) =>
        t('program.checks.finding', {
          check: texts.title({ id: first.checkId, title: first.title }),
          count: heldBackBy(first),
          projects: format.score(heldBackBy(first)),
        })
      }
      caveat={t('program.checks.caveat')}
      table={({ checks }) => ({
        columns: [
          { label: t('program.checks.check') },
          { label: t('checks.category') },
          ...STATUSES.map(status => ({
            label: t(`check.status.${status}`),
            numeric: true,
          })),
          { label: t('program.checks.gain'), numeric: true },
          { label: t('check.remedy') },
        ],
        rows: checks.map(check => [
          texts.title({ id: check.checkId, title: check.title }),
          t(`category.${check.category}`),
          ...STATUSES.map(status => check[status]),
          check.gain,
          texts.remedy({ id: check.checkId, remedy: check.remedy }),
        ]),
      })}
    >
      {data => {
        const held = data.checks.filter(check => heldBackBy(check) > 0);
        return (
          <>
            <WhatIf data={data} />
            <div>
              <CheckBarLegend />
              <ul className={classes.list}>
                {held
                  .slice(0, showAll ? undefined : SHOWN_CHECKS)
                  .map(check => (
                    <li key={check.checkId} className={classes.check}>
                      <CheckLine check={check} scope={scope} />
                    </li>
                  ))}
              </ul>
              {held.length > SHOWN_CHECKS && (
                <ShowAllButton
                  total={held.length}
                  showAll={showAll}
                  onChange={setShowAll}
                />
              )}
            </div>
          </>
        );
      }}
    </ProgramBlock>
  );
}

function CheckLine(props: { check: ProgramCheck; scope: string | undefined }) {
  const { check, scope } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const texts = useCheckTexts();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const title = texts.title({ id: check.checkId, title: check.title });
  const projects = t('program.checks.projects', { count: heldBackBy(check) });
  return (
    <>
      <div className={classes.head}>
        <div>
          <Typography variant="body2" component="h3" className={classes.title}>
            {title}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {t(`category.${check.category}`)}
          </Typography>
        </div>
        <CheckBar check={check} />
        <Button
          size="small"
          className={classes.open}
          aria-expanded={open}
          aria-controls={detailsId}
          aria-label={t('program.checks.projectsOf', {
            projects,
            check: title,
          })}
          onClick={() => setOpen(!open)}
        >
          {projects}
        </Button>
      </div>
      <div id={detailsId}>
        <Collapse in={open} mountOnEnter unmountOnExit>
          <div className={classes.details}>
            <Typography variant="body2" gutterBottom>
              <strong>{t('check.remedy')}:</strong>{' '}
              {texts.remedy({ id: check.checkId, remedy: check.remedy })}{' '}
              {check.remedy.url && (
                <Link to={check.remedy.url} underline="always">
                  {t('check.learnMore')}
                </Link>
              )}
            </Typography>
            <CheckProjects checkId={check.checkId} scope={scope} />
          </div>
        </Collapse>
      </div>
    </>
  );
}

function CheckProjects(props: { checkId: string; scope: string | undefined }) {
  return <ProjectPages pages={useProgramCheckProjects(props)} />;
}
