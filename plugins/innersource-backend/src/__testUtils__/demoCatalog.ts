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

import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { Dataset, Repository, Tree } from 'github-simulator';
import { parseAllDocuments } from 'yaml';

/** The host that the demo organisation's entities name. */
export const DEMO_HOST = 'github.test';

/** The repository of an entity, and where in it the entity lives. */
export interface DemoSource {
  repository: Repository;
  path: string;
}

/** The demo organisation's catalog as its own files describe it. */
export interface DemoCatalog {
  /** With the relations that a catalog would stitch. */
  entities: Entity[];
  /** By name of the component. */
  sources: Map<string, DemoSource>;
}

/** The text of a file on the default branch; undefined when there is none. */
export function textOf(
  dataset: Dataset,
  repository: Repository,
  file: string,
): string | undefined {
  let tree: Tree | undefined = dataset.contentOf(repository).history.head?.tree;
  const segments = file.split('/');
  const name = segments.pop()!;
  for (const segment of segments) {
    const entry = tree?.entries.get(segment);
    tree = entry?.kind === 'tree' ? entry : undefined;
  }
  const entry = tree?.entries.get(name);
  return entry?.kind === 'blob' ? entry.bytes.toString('utf8') : undefined;
}

/** Reads the catalog of the demo organisation out of its repositories. */
export function readDemoCatalog(dataset: Dataset): DemoCatalog {
  const documents = (repository: Repository, file: string): Entity[] =>
    parseAllDocuments(textOf(dataset, repository, file) ?? '').map(document =>
      document.toJS(),
    );
  const catalog = dataset.repositories.find(({ name }) => name === 'catalog')!;
  const entities = ['groups.yaml', 'users.yaml', 'systems.yaml'].flatMap(file =>
    documents(catalog, file),
  );
  const sources = new Map<string, DemoSource>();
  for (const repository of dataset.repositories) {
    const slug = `${repository.owner}/${repository.name}`;
    const read = (directory: string): void => {
      const file = path.posix.join(directory, 'catalog-info.yaml');
      for (const entity of documents(repository, file)) {
        const { annotations = {}, name } = entity.metadata;
        if (entity.kind === 'Location') {
          const targets = entity.spec?.targets;
          (Array.isArray(targets) ? targets : []).forEach(target =>
            read(path.posix.dirname(path.posix.join(directory, `${target}`))),
          );
        } else if (entity.kind === 'API') {
          entities.push(entity);
        } else if (
          // A fork holds the same file as the repository that it comes from.
          annotations['github.com/project-slug'] === slug
        ) {
          const within = directory ? `tree/main/${directory}/` : '';
          annotations[
            'backstage.io/source-location'
          ] = `url:https://${DEMO_HOST}/${slug}/${within}`;
          entities.push(entity);
          sources.set(name, { repository, path: directory });
        }
      }
    };
    read('');
  }
  relate(entities);
  return { entities, sources };
}

/** Adds what the catalog's processors would make of the specs. */
function relate(entities: Entity[]): void {
  const refOf = ({ kind, metadata: { name } }: Entity) =>
    `${kind.toLowerCase()}:default/${name}`;
  const byRef = new Map(entities.map(entity => [refOf(entity), entity]));
  const add = (from: Entity | undefined, type: string, targetRef: string) => {
    if (from) {
      from.relations = [...(from.relations ?? []), { type, targetRef }];
    }
  };
  for (const entity of entities) {
    const link = (
      key: string,
      kind: string,
      [forth, back]: readonly [string, string],
    ) => {
      const value = entity.spec?.[key];
      for (const name of Array.isArray(value) ? value : [value]) {
        if (typeof name === 'string') {
          const ref = name.includes(':') ? name : `${kind}:default/${name}`;
          add(entity, forth, ref);
          add(byRef.get(ref), back, refOf(entity));
        }
      }
    };
    link('owner', 'group', ['ownedBy', 'ownerOf']);
    link('parent', 'group', ['childOf', 'parentOf']);
    link('memberOf', 'group', ['memberOf', 'hasMember']);
    link('system', 'system', ['partOf', 'hasPart']);
    link('domain', 'domain', ['partOf', 'hasPart']);
    link('dependsOn', 'component', ['dependsOn', 'dependencyOf']);
    link('providesApis', 'api', ['providesApi', 'apiProvidedBy']);
    link('consumesApis', 'api', ['consumesApi', 'apiConsumedBy']);
  }
}
