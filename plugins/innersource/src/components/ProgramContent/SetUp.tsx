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
import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  OrganizationCheckResult,
  OrganizationReport,
} from '@ispo/backstage-plugin-innersource-common';
import {
  useFormat,
  useOrganizationCheckTexts,
  useOrganizations,
  useTold,
} from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ShowAllButton } from '../ShowAllButton';
import { StatusIcon } from '../StatusIcon';
import { ProgramBlock } from './ProgramBlock';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
      gap: theme.spacing(3, 4),
      alignItems: 'start',
    },
    title: {
      fontWeight: 700,
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      margin: theme.spacing(1, 0),
      padding: 0,
      listStyle: 'none',
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
  }),
  { name: 'InnerSourceSetUp' },
);

const needsWork = ({ status }: OrganizationCheckResult) =>
  status === 'fail' || status === 'partial';

/** SCM organisations' settings against the recommendations. */
export function SetUp() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const texts = useOrganizationCheckTexts();
  const told = useTold();
  return (
    <ProgramBlock
      title={t('program.setUp.title')}
      section="set-up-of-organisations"
      fileName={['innersource', 'set-up']}
      query={useOrganizations()}
      empty={({ items }) => items.length === 0 && t('program.setUp.empty')}
      finding={({ items }) => {
        const results = items.flatMap(
          ({ evaluation }) => evaluation?.results ?? [],
        );
        return t('program.setUp.finding', {
          open: format.score(results.filter(needsWork).length),
          total: format.score(results.length),
        });
      }}
      caveat={t('program.setUp.caveat')}
      table={({ items }) => ({
        columns: [
          { label: t('program.setUp.organization') },
          { label: t('program.setUp.setting') },
          { label: t('program.coverage.state') },
          { label: t('program.setUp.found') },
          { label: t('program.setUp.recommendation') },
        ],
        rows: items.flatMap(({ organization, evaluation }) =>
          (evaluation?.results ?? []).map(result => [
            `${organization.login} (${organization.host})`,
            texts(result, 'title'),
            t(`check.status.${result.status}`),
            result.evidence.map(told).join(' '),
            texts(result, 'recommended'),
          ]),
        ),
      })}
    >
      {({ items }) => (
        <div className={classes.root}>
          {items.map(report => (
            <Organization
              key={`${report.organization.host} ${report.organization.login}`}
              report={report}
            />
          ))}
        </div>
      )}
    </ProgramBlock>
  );
}

function Organization(props: { report: OrganizationReport }) {
  const { organization, evaluation, failure } = props.report;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const texts = useOrganizationCheckTexts();
  const told = useTold();
  const [showAll, setShowAll] = useState(false);
  const results = evaluation?.results ?? [];
  const open = results.filter(needsWork);
  return (
    <div>
      <Typography variant="subtitle1" component="h3" className={classes.title}>
        {evaluation ? (
          <Link to={evaluation.url}>{organization.login}</Link>
        ) : (
          organization.login
        )}{' '}
        <Typography component="span" variant="body2" color="textSecondary">
          {organization.host}
        </Typography>
      </Typography>
      {failure && (
        <Typography variant="body2" role="note">
          {t(`program.setUp.failure.${failure.kind}`)}{' '}
          <span lang="en">{failure.message}</span>{' '}
          {t('state.failedSince', { time: format.dateTime(failure.since) })}
        </Typography>
      )}
      {evaluation && open.length === 0 && (
        <Typography variant="body2">{t('program.setUp.allGood')}</Typography>
      )}
      <ul className={classes.list}>
        {(showAll ? results : open).map(result => (
          <li key={result.id} className={classes.item}>
            <StatusIcon status={result.status} />
            <div>
              <Typography variant="body2" component="h4">
                <strong>{texts(result, 'title')}</strong> ·{' '}
                {t(`check.status.${result.status}`)}
              </Typography>
              <Typography variant="body2">
                {result.evidence.map(told).join(' ')}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t('program.setUp.recommended', {
                  recommended: texts(result, 'recommended'),
                })}{' '}
                {texts(result, 'why')} {texts(result, 'tradeOff')}{' '}
                <Link to={result.guideline.url} underline="always">
                  {result.guideline.name}
                </Link>
              </Typography>
            </div>
          </li>
        ))}
      </ul>
      {open.length < results.length && (
        <ShowAllButton
          total={results.length}
          showAll={showAll}
          onChange={setShowAll}
        />
      )}
    </div>
  );
}
