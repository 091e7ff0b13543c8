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

import { stringify } from 'yaml';
import { PlannedFile } from '../dataset/simulate';
import { DIVISIONS, ORGANIZATION, TEAMS } from './company';
import { DemoProject, PROJECTS, SYSTEMS } from './projects';

const API_VERSION = 'backstage.io/v1alpha1';

interface Entity {
  apiVersion: string;
  kind: string;
  metadata: Record<string, unknown> & { name: string };
  spec: Record<string, unknown>;
}

/** `catalog-info.yaml` of a project, and of its packages where it has several. */
export function catalogFilesOf(project: DemoProject): PlannedFile[] {
  if (!project.packages) {
    return [
      {
        path: 'catalog-info.yaml',
        text: toYaml([componentOf(project), ...apisOf(project)]),
      },
    ];
  }
  return [
    {
      path: 'catalog-info.yaml',
      text: toYaml([
        {
          apiVersion: API_VERSION,
          kind: 'Location',
          metadata: { name: project.name },
          spec: {
            targets: project.packages.map(
              item => `./${item.path}/catalog-info.yaml`,
            ),
          },
        },
      ]),
    },
    ...project.packages.map(item => ({
      path: `${item.path}/catalog-info.yaml`,
      text: toYaml([componentOf(project, item)]),
    })),
    ...project.packages.map(item => ({
      path: `${item.path}/README.md`,
      text: `# ${item.title}\n\n${item.description}. Part of [${project.title}](../../README.md).\n\n## Getting started\n\nSee the [documentation](../docs) for examples that you can copy.\n`,
    })),
  ];
}

/** The files of the repository that the portal reads the catalog from. */
export function catalogRepositoryFiles(): PlannedFile[] {
  return [
    {
      path: 'README.md',
      text: '# Catalog\n\nWho we are and what we build: the portal reads `all.yaml`.\n',
    },
    {
      path: 'all.yaml',
      text: toYaml([
        {
          apiVersion: API_VERSION,
          kind: 'Location',
          metadata: {
            name: ORGANIZATION,
            description: 'Everything at Meridian Rail',
          },
          spec: {
            // Relative, so that nothing depends on where the host listens.
            targets: [
              './systems.yaml',
              ...PROJECTS.map(
                project =>
                  `../../../../${project.organization}/${project.name}/blob/main/catalog-info.yaml`,
              ),
            ],
          },
        },
      ]),
    },
    { path: 'groups.yaml', text: toYaml(groups()) },
    { path: 'users.yaml', text: toYaml(users()) },
    { path: 'systems.yaml', text: toYaml(systems()) },
  ];
}

function componentOf(
  project: DemoProject,
  item?: NonNullable<DemoProject['packages']>[number],
): Entity {
  const slug = `${project.organization}/${project.name}`;
  const description = item?.description ?? project.description;
  // Parts of a design system stand on its components.
  const dependsOn =
    item && item.name !== 'rail-ui-components'
      ? ['rail-ui-components']
      : project.dependsOn ?? [];
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: item?.name ?? project.name,
      title: item?.title ?? project.title,
      ...(description && { description }),
      annotations: {
        'github.com/project-slug': slug,
        ...(project.quality === 'excellent' &&
          project.governance && {
            'innersource.io/governance-level': project.governance,
          }),
      },
      tags: [
        project.language.toLowerCase(),
        ...(project.innerSource ? ['innersource'] : []),
      ],
    },
    spec: {
      type: item?.type ?? project.type,
      lifecycle: lifecycleOf(project),
      owner: `group:default/${project.owner}`,
      system: project.system,
      ...(project.provides && { providesApis: project.provides }),
      ...(project.consumes && { consumesApis: project.consumes }),
      ...(dependsOn.length > 0 && {
        dependsOn: dependsOn.map(name => `component:default/${name}`),
      }),
    },
  };
}

function lifecycleOf(project: DemoProject): string {
  if (project.arc === 'ended') {
    return 'deprecated';
  }
  return project.arc === 'new' ? 'experimental' : 'production';
}

function apisOf(project: DemoProject): Entity[] {
  return (project.provides ?? []).map(name => ({
    apiVersion: API_VERSION,
    kind: 'API',
    metadata: {
      name,
      description: `Interface of ${project.title}`,
    },
    spec: {
      type: 'openapi',
      lifecycle: lifecycleOf(project),
      owner: `group:default/${project.owner}`,
      system: project.system,
      definition: stringify({
        openapi: '3.1.0',
        info: { title: project.title, version: '1.0.0' },
        paths: {},
      }),
    },
  }));
}

function groups(): Entity[] {
  return [
    {
      apiVersion: API_VERSION,
      kind: 'Group',
      metadata: {
        name: ORGANIZATION,
        title: 'Meridian Rail',
        description: 'Moves passengers and freight through eleven countries.',
      },
      spec: {
        type: 'organization',
        profile: { displayName: 'Meridian Rail' },
        children: DIVISIONS.map(division => division.name),
      },
    },
    ...DIVISIONS.map(division => ({
      apiVersion: API_VERSION,
      kind: 'Group',
      metadata: {
        name: division.name,
        title: division.title,
        description: division.description,
      },
      spec: {
        type: 'division',
        profile: { displayName: division.title },
        parent: ORGANIZATION,
        children: TEAMS.filter(team => team.division === division.name).map(
          team => team.name,
        ),
      },
    })),
    ...TEAMS.map(team => ({
      apiVersion: API_VERSION,
      kind: 'Group',
      metadata: {
        name: team.name,
        title: team.title,
        description: team.description,
      },
      spec: {
        type: 'team',
        profile: {
          displayName: team.title,
          email: `${team.name}@meridian-rail.example`,
        },
        parent: team.division,
        children: [],
      },
    })),
  ];
}

function users(): Entity[] {
  return TEAMS.flatMap(team =>
    team.members.map(person => ({
      apiVersion: API_VERSION,
      kind: 'User',
      metadata: {
        name: person.login,
        title: person.name,
        annotations: { 'github.com/user-login': person.login },
      },
      spec: {
        profile: { displayName: person.name, email: person.email },
        memberOf: [team.name],
      },
    })),
  );
}

function systems(): Entity[] {
  return [
    ...DIVISIONS.map(division => ({
      apiVersion: API_VERSION,
      kind: 'Domain',
      metadata: {
        name: division.name,
        title: division.title,
        description: division.description,
      },
      spec: { owner: `group:default/${division.name}` },
    })),
    ...SYSTEMS.map(([name, title, domain, owner]) => ({
      apiVersion: API_VERSION,
      kind: 'System',
      metadata: { name, title },
      spec: { owner: `group:default/${owner}`, domain },
    })),
  ];
}

function toYaml(entities: Entity[]): string {
  return entities
    .map(entity =>
      stringify(entity, { lineWidth: 0, aliasDuplicateObjects: false }),
    )
    .join('---\n');
}
