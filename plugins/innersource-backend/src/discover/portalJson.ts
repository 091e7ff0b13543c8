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
import { parseEntityRef } from '@backstage/catalog-model';
import { ExportedProject } from '../store/ExportStore';

/**
 * One entry of `repos.json`, the file that SAP's project portal for InnerSource
 * displays: GitHub's names for a repository, and what the portal's crawling
 * guide puts under `_InnerSourceMetadata`.
 */
export interface PortalEntry {
  id: string;
  name: string;
  full_name: string;
  html_url: string;
  description: string | null;
  created_at: string;
  updated_at: string;
  pushed_at: string;
  stargazers_count: number;
  watchers_count: number;
  forks_count: number;
  open_issues_count: number;
  language: string | null;
  license: { key: string; name: string; spdx_id: string } | null;
  default_branch: string;
  owner: { login: string; avatar_url: string };
  _InnerSourceMetadata: {
    topics: string[];
    participation?: number[];
    guidelines?: string;
    score: number;
    title?: string;
    motivation?: string;
    contributions?: string[];
    skills?: string[];
    logo?: string;
    docs?: string;
    language?: string;
  };
}

/**
 * Undefined for a project that the portal could not display: without evaluation,
 * or in a repository without address on the web.
 */
export function toPortalEntry(
  project: ExportedProject,
): PortalEntry | undefined {
  const { summary, evaluation } = project;
  if (!evaluation) {
    return undefined;
  }
  const { facts } = evaluation;
  const { repository, path } = evaluation.project;
  if (!/^https?:/.test(repository.url)) {
    return undefined;
  }
  const { metadata } = facts;
  const [login = ''] = repository.fullName.split('/');
  const commits = facts.commits.known ? facts.commits.value : undefined;
  const changedAt = commits?.lastCommitAt ?? facts.observedAt;
  const license = facts.license.known ? facts.license.value : null;
  // GitHub counts its stars under both names.
  const stars = facts.stars.known ? facts.stars.value : 0;
  return {
    id: summary.entityRef,
    name: path
      ? parseEntityRef(summary.entityRef).name
      : repository.fullName.split('/').at(-1) ?? repository.fullName,
    full_name: repository.fullName,
    html_url: repository.url,
    description: summary.description,
    // The portal shows no activity from before.
    created_at: facts.createdAt?.known
      ? facts.createdAt.value
      : commits?.firstCommitAt ?? changedAt,
    updated_at: changedAt,
    pushed_at: changedAt,
    stargazers_count: stars,
    watchers_count: stars,
    forks_count: facts.forks.known ? facts.forks.value : 0,
    open_issues_count: facts.openIssues.known ? facts.openIssues.value : 0,
    // The portal reads this field only, so the project's own choice goes here.
    language: metadata.language ?? facts.languages[0]?.name ?? null,
    license: license?.spdxId
      ? {
          key: license.spdxId.toLocaleLowerCase('en-US'),
          name: license.name ?? license.spdxId,
          spdx_id: license.spdxId,
        }
      : null,
    default_branch: facts.defaultBranch.known
      ? facts.defaultBranch.value
      : 'main',
    owner: { login, avatar_url: avatarOf(repository.url, login) },
    _InnerSourceMetadata: {
      topics: summary.topics,
      ...(facts.participation && { participation: facts.participation }),
      ...(facts.contributingPath && { guidelines: facts.contributingPath }),
      // Without any score its sorting breaks down for all the others, too.
      score: evaluation.activity?.score ?? 0,
      title: summary.title,
      ...(metadata.motivation && { motivation: metadata.motivation }),
      ...(metadata.contributions && { contributions: metadata.contributions }),
      ...(metadata.skills && { skills: metadata.skills }),
      ...(metadata.logo && { logo: metadata.logo }),
      ...(metadata.docs && { docs: metadata.docs }),
      ...(metadata.language && { language: metadata.language }),
    },
  };
}

/** Where GitHub, and others after it, have an account's picture. */
function avatarOf(repositoryUrl: string, login: string): string {
  return `${new URL(repositoryUrl).origin}/${encodeURIComponent(login)}.png`;
}
