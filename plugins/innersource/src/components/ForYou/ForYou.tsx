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
import { useSuggestions } from '../../hooks';
import { innersourceTranslationRef } from '../../translation';
import { ProjectLink } from '../ProjectLink';
import { SuggestionReasons } from '../SuggestionReasons';

const SHOWN = 4;

const useStyles = makeStyles(
  theme => ({
    root: {
      marginBottom: theme.spacing(3),
      padding: theme.spacing(2),
      borderRadius: theme.shape.borderRadius,
      border: `1px solid ${theme.palette.divider}`,
    },
    heading: {
      fontWeight: 700,
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
      gap: theme.spacing(2),
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'InnerSourceForYou' },
);

/** Projects that fit the signed-in person, or how to get some. */
export function ForYou() {
  const classes = useStyles();
  const { t } = useTranslationRef(innersourceTranslationRef);
  const { data } = useSuggestions(SHOWN);
  if (!data) {
    return null;
  }
  const { languages, skills, dependencies } = data.basis;
  const nothingKnown =
    languages.length === 0 && skills.length === 0 && dependencies === 0;
  if (data.items.length === 0) {
    return nothingKnown ? (
      <Typography variant="body2" paragraph>
        {t('forYou.hint')}
      </Typography>
    ) : null;
  }
  return (
    <section
      className={classes.root}
      aria-labelledby="innersource-for-you-title"
    >
      <Typography
        id="innersource-for-you-title"
        variant="subtitle1"
        component="h2"
        className={classes.heading}
      >
        {t('forYou.title')}
      </Typography>
      <ul className={classes.list}>
        {data.items.map(({ project, reasons }) => (
          <li key={project.entityRef}>
            <Typography
              variant="body1"
              component="h3"
              className={classes.heading}
            >
              <ProjectLink entityRef={project.entityRef}>
                {project.title}
              </ProjectLink>
            </Typography>
            <SuggestionReasons reasons={reasons} />
          </li>
        ))}
      </ul>
    </section>
  );
}
