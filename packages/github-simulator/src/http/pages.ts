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

import { Issue, PullRequest, Repository } from '../dataset/model';
import { resolvePath } from '../git/History';
import { Viewer, World } from '../World';

/** Pages are for people on this machine, who may see everything. */
const SIGNED_IN: Viewer = {
  budget: 'pages',
  kind: 'token',
  login: null,
  administration: true,
  limit: Infinity,
};

interface Page {
  status: number;
  html: string;
}

/**
 * Plain pages at the addresses that the API hands out, so that a link into the
 * simulated GitHub leads somewhere.
 */
export function renderPage(options: { world: World; pathname: string }): Page {
  const { world } = options;
  const viewer = SIGNED_IN;
  const [owner, name, section, ...rest] = options.pathname
    .split('/')
    .filter(Boolean)
    .map(part => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  if (!owner) {
    return page(
      'Simulated GitHub',
      list(
        world.dataset.organizations.map(item => [`/${item.login}`, item.name]),
      ),
    );
  }
  if (!name) {
    const repositories = world.repositoriesOf(owner, viewer);
    const account = world.account(owner);
    if (repositories.length === 0 && !account && !world.organization(owner)) {
      return missing();
    }
    return page(
      world.organization(owner)?.name ?? account?.name ?? owner,
      list(
        repositories.map(item => [
          `/${world.fullName(item)}`,
          `${world.name(item)} – ${item.description ?? ''}`,
        ]),
      ),
    );
  }
  const found = world.repository(owner, name.replace(/\.git$/, ''), viewer);
  if (!found) {
    return missing();
  }
  const { repository } = found;
  const title = world.fullName(repository);
  if (section === 'issues' || section === 'pull' || section === 'pulls') {
    return issuePage(world, repository, section, rest[0]);
  }
  return filePage(world, repository, title, rest.slice(1).join('/'));
}

function filePage(
  world: World,
  repository: Repository,
  title: string,
  path: string,
): Page {
  const head = world.content(repository).history.head;
  const entry = head && resolvePath(head.tree, path);
  if (!entry) {
    return missing();
  }
  const base = `/${title}/blob/${repository.defaultBranch}`;
  if (entry.kind === 'blob') {
    return page(
      `${title}: ${path}`,
      `<p><a href="/${escape(title)}">${escape(title)}</a></p><pre>${escape(
        entry.bytes.toString('utf8'),
      )}</pre>`,
    );
  }
  const readme = path
    ? undefined
    : world.findFile(repository, /^readme(\.\w+)?$/i);
  return page(
    path ? `${title}: ${path}` : title,
    `<p>${escape(repository.description ?? '')}</p>
<p><a href="/${escape(title)}/issues">Issues</a> · <a href="/${escape(
      title,
    )}/pulls">Pull requests</a></p>
${list(
  [...entry.entries.keys()].map(name => [
    `${base}/${path ? `${path}/` : ''}${name}`,
    name,
  ]),
)}${readme ? `<pre>${escape(readme.blob.bytes.toString('utf8'))}</pre>` : ''}`,
  );
}

function issuePage(
  world: World,
  repository: Repository,
  section: string,
  number: string | undefined,
): Page {
  const content = world.content(repository);
  const title = world.fullName(repository);
  const items: Array<Issue | PullRequest> =
    section === 'issues' ? content.issues : content.pullRequests;
  if (!number) {
    const path = section === 'issues' ? 'issues' : 'pull';
    return page(
      `${title}: ${section}`,
      list(
        [...items]
          .reverse()
          .slice(0, 200)
          .map(item => [
            `/${title}/${path}/${item.number}`,
            `#${item.number} ${item.title} (${item.state.toLowerCase()})`,
          ]),
      ),
    );
  }
  const item = [...content.issues, ...content.pullRequests].find(
    one => String(one.number) === number,
  );
  if (!item) {
    return missing();
  }
  return page(
    `${item.title} #${item.number}`,
    `<p><a href="/${escape(title)}">${escape(title)}</a> · ${escape(
      item.state.toLowerCase(),
    )} · ${escape(item.author ?? 'ghost')} on ${item.createdAt.slice(
      0,
      10,
    )} · ${item.labels.map(escape).join(', ')}</p>
<pre>${escape(item.body)}</pre>
${item.comments
  .map(
    comment =>
      `<h2>${escape(comment.author ?? 'ghost')} on ${comment.createdAt.slice(
        0,
        10,
      )}</h2><pre>${escape(comment.body)}</pre>`,
  )
  .join('\n')}`,
  );
}

/** A coloured disc with initials. */
export function avatar(login: string): string {
  const initials = login
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map(part => part[0].toUpperCase())
    .join('');
  const hue = [...login].reduce(
    (sum, character) => (sum * 31 + character.codePointAt(0)!) % 360,
    7,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><circle cx="32" cy="32" r="32" fill="hsl(${hue} 45% 38%)"/><text x="32" y="41" font-family="sans-serif" font-size="24" text-anchor="middle" fill="#fff">${escape(
    initials,
  )}</text></svg>`;
}

function list(items: Array<[string, string]>): string {
  return `<ul>${items
    .map(
      ([href, text]) =>
        `<li><a href="${escape(href)}">${escape(text)}</a></li>`,
    )
    .join('\n')}</ul>`;
}

function missing(): Page {
  return { ...page('Not found', '<p>There is nothing here.</p>'), status: 404 };
}

function page(title: string, body: string): Page {
  return {
    status: 200,
    html: `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escape(title)}</title>
<style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5}pre{white-space:pre-wrap;border:1px solid #ccc;padding:1rem;border-radius:4px}</style>
</head>
<body><p><small>Simulated GitHub for demonstration</small></p><h1>${escape(
      title,
    )}</h1>${body}</body>
</html>
`,
  };
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
