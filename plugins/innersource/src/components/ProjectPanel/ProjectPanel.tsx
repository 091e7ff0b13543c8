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
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Close from '@material-ui/icons/Close';
import { ReactNode } from 'react';
import { Link, LinkButton } from '@backstage/core-components';
import { useApiHolder } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  HELP_KINDS,
  Evaluation,
  ProjectDetail,
  toHelpKind,
} from '@ispo/backstage-plugin-innersource-common';
import {
  useFormat,
  useProjectContributions,
  useProjectPanel,
  useProjectSummary,
} from '../../hooks';
import { evidenceUrl, safeHttpUrl } from '../../lib/evidenceUrl';
import { innersourceTranslationRef } from '../../translation';
import { ActivityStrip } from '../ActivityStrip';
import { CategoryBars } from '../CategoryBars';
import { EvaluationBoundary } from '../EvaluationBoundary';
import { EvidenceItem } from '../EvidenceItem';
import { GradeChip } from '../GradeChip';
import { ScoreRing } from '../ScoreRing';
import { StaleNote } from '../StaleNote';
import { StarterIssueItem } from '../StarterIssueItem';
import { TagList } from '../TagList';

const TITLE_ID = 'innersource-project-panel-title';
const SHOWN_ISSUES = 5;

/** Checks whose evidence shows newcomers the way, in the order of use. */
const WAYS_IN = [
  'readme-getting-started',
  'build-and-test',
  'submit-change',
  'help-channel',
  'response-target',
] as const;

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 600,
      // Drawn outside of the provider, which gives links their font.
      fontFamily: theme.typography.fontFamily,
      maxWidth: '100%',
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: {
        padding: theme.spacing(2),
      },
    },
    header: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    body: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      marginTop: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    section: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
    heading: {
      fontWeight: 700,
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
    readiness: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2, 3),
      '& > :last-child': {
        flex: '1 1 260px',
      },
    },
    score: {
      display: 'grid',
      justifyItems: 'center',
      gap: theme.spacing(1),
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    evidence: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
    },
  }),
  { name: 'InnerSourceProjectPanel' },
);

/** The project that the address asks for, beside the list. */
export function ProjectPanel() {
  const { entityRef, close } = useProjectPanel();
  const classes = useStyles();
  return (
    <Drawer
      anchor="right"
      open={entityRef !== undefined}
      onClose={close}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
        className: classes.paper,
      }}
    >
      {entityRef && (
        <PanelBody key={entityRef} entityRef={entityRef} onClose={close} />
      )}
    </Drawer>
  );
}

function PanelBody(props: { entityRef: string; onClose: () => void }) {
  const { entityRef, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { data: summary } = useProjectSummary(entityRef);
  return (
    <>
      <div className={classes.header}>
        <div>
          <Typography variant="h5" component="h2" id={TITLE_ID}>
            {summary?.title ?? (
              <EntityDisplayName entityRef={entityRef} hideIcon />
            )}
          </Typography>
          {summary?.owner && (
            <Typography variant="body2" component="div">
              <EntityRefLink
                entityRef={summary.owner}
                defaultKind="group"
                color="textSecondary"
              />
            </Typography>
          )}
        </div>
        <IconButton edge="end" aria-label={t('panel.close')} onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      <div className={classes.body}>
        <EvaluationBoundary entityRef={entityRef}>
          {(project, evaluation) => (
            <ProjectBody
              project={project}
              evaluation={evaluation}
              description={summary?.description ?? null}
            />
          )}
        </EvaluationBoundary>
        <Typography variant="body2">
          <EntityRefLink entityRef={entityRef} hideIcon>
            {t('panel.entityPage')}
          </EntityRefLink>
        </Typography>
      </div>
    </>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section className={classes.section}>
      <Typography
        variant="subtitle1"
        component="h3"
        className={classes.heading}
      >
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}

function ProjectBody(props: {
  project: ProjectDetail;
  evaluation: Evaluation;
  description: string | null;
}) {
  const { project, evaluation, description } = props;
  const { facts, readiness, activity } = evaluation;
  const { metadata } = facts;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const issues = facts.starterIssues.filter(issue => issue.unassigned);
  const what = description ?? facts.description;
  const kinds = (metadata.contributions ?? []).map(text => {
    const spelling = toHelpKind(text);
    const kind = HELP_KINDS.find(known => known === spelling);
    return kind ? t(`offer.kind.${kind}`) : spelling;
  });

  return (
    <>
      {project.failure && <StaleNote failure={project.failure} />}
      <Ways evaluation={evaluation} />
      <Section title={t('panel.about')}>
        {metadata.motivation && (
          <Typography variant="body1">{metadata.motivation}</Typography>
        )}
        {what && what !== metadata.motivation && (
          <Typography variant="body2">{what}</Typography>
        )}
        {!what && !metadata.motivation && (
          <Typography variant="body2">{t('panel.noDescription')}</Typography>
        )}
        <TagList tags={facts.topics} label={t('discover.facet.topic')} />
      </Section>
      <Section title={t('panel.wanted')}>
        <Typography variant="body2">{t('panel.contributions')}</Typography>
        <TagList
          tags={kinds.length > 0 ? [...new Set(kinds)] : [t('panel.anyHelp')]}
        />
        <Typography variant="body2">{t('discover.skills')}</Typography>
        <TagList
          tags={
            metadata.skills ??
            facts.languages.slice(0, 3).map(({ name }) => name)
          }
        />
      </Section>
      <Start evaluation={evaluation} />
      {issues.length > 0 && (
        <Section title={t('discover.starterIssues', { count: issues.length })}>
          <ul className={classes.list}>
            {issues.slice(0, SHOWN_ISSUES).map(issue => (
              <li key={issue.number}>
                <StarterIssueItem issue={issue} heading="h4" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Answers entityRef={project.entityRef} />
      <Section title={t('readiness.label')}>
        <div className={classes.readiness}>
          <div className={classes.score}>
            <ScoreRing score={readiness.score} grade={readiness.grade} />
            <GradeChip grade={readiness.grade} score={readiness.score} />
          </div>
          <CategoryBars categories={readiness.categories} />
        </div>
        <Typography variant="body2">{t('panel.readinessMeaning')}</Typography>
      </Section>
      <Section title={t('activity.label')}>
        <Typography variant="body2">
          {activity
            ? `${t(`activity.${activity.label}`)} · ${t('activity.score', {
                score: format.score(activity.score),
              })}`
            : t('activity.unknown')}
        </Typography>
        <Typography variant="body2">{t('panel.activityMeaning')}</Typography>
        {facts.participation && <ActivityStrip weeks={facts.participation} />}
      </Section>
    </>
  );
}

/** Where to contribute, best place first: documentation, guide, repository. */
function Ways(props: { evaluation: Evaluation }) {
  const { facts, project } = props.evaluation;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const integrations = useApiHolder().get(scmIntegrationsApiRef);
  const guide = facts.contributingPath
    ? evidenceUrl(
        { message: '', path: facts.contributingPath },
        {
          url: project.repository.url,
          revision: facts.defaultBranch.known
            ? facts.defaultBranch.value
            : undefined,
        },
        integrations,
      )
    : undefined;
  const ways = [
    { label: t('panel.docs'), url: safeHttpUrl(facts.metadata.docs) },
    { label: t('panel.guide'), url: guide },
    { label: t('panel.repository'), url: safeHttpUrl(project.repository.url) },
  ].flatMap(({ label, url }) => (url ? [{ label, url }] : []));
  if (ways.length === 0) {
    return null;
  }
  return (
    <div className={classes.actions}>
      <LinkButton
        role="link"
        to={ways[0].url}
        variant="contained"
        color="primary"
        title={ways[0].label}
      >
        {t('panel.contribute')}
      </LinkButton>
      {ways.map(({ label, url }) => (
        <Link key={label} to={url}>
          {label}
        </Link>
      ))}
    </div>
  );
}

/** How to start, as far as the project's documents say so. */
function Start(props: { evaluation: Evaluation }) {
  const { results, facts, project, level } = props.evaluation;
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const ways = WAYS_IN.flatMap(id => {
    const result = results.find(
      one => one.id === id && (one.score ?? 0) > 0 && one.evidence.length > 0,
    );
    return result ? [{ id, evidence: result.evidence[0] }] : [];
  });
  return (
    <Section title={t('panel.start')}>
      {ways.length > 0 ? (
        <ul className={classes.evidence}>
          {ways.map(({ id, evidence }) => (
            <EvidenceItem
              key={id}
              label={t(`panel.way.${id}`)}
              evidence={evidence}
              location={{
                url: project.repository.url,
                revision: facts.headCommit.known
                  ? facts.headCommit.value
                  : undefined,
              }}
            />
          ))}
        </ul>
      ) : (
        <Typography variant="body2">{t('panel.noStart')}</Typography>
      )}
      <Typography variant="body2">
        {t('level.label')}: {t(`level.${level.level}`)}
      </Typography>
      {facts.trustedCommitters.length > 0 && (
        <>
          <Typography variant="body2">{t('panel.committers')}</Typography>
          <TagList tags={facts.trustedCommitters} />
        </>
      )}
    </Section>
  );
}

/** How fast people from other teams are answered; nothing while that is not known. */
function Answers(props: { entityRef: string }) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  const format = useFormat();
  const { data } = useProjectContributions(props.entityRef, 365);
  if (!data?.changeRequests.known) {
    return null;
  }
  const { medianHours, count } = data.changeRequests.value.firstResponse.other;
  return (
    <Section title={t('panel.answers')}>
      <Typography variant="body2">
        {medianHours === null
          ? t('panel.noAnswers')
          : t('panel.median', {
              time: format.duration(medianHours),
              count,
            })}
      </Typography>
    </Section>
  );
}
