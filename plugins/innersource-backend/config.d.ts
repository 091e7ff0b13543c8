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

import { HumanDuration } from '@backstage/types';

export interface Config {
  /** InnerSource plugin. Everything has a default: the section may be absent. */
  innersource?: {
    /** Which catalog entities are projects. */
    catalog?: {
      /**
       * Filter of the catalog, or a list of which any one suffices: fields with a
       * value or a list of values, such as `kind: [Component, API]` or
       * `spec.lifecycle: production`. Default: all Components.
       */
      filter?:
        | { [field: string]: string | string[] }
        | Array<{ [field: string]: string | string[] }>;
      /** Time between two looks at the catalog; at least 5 seconds, 1 minute by default. */
      syncInterval?: HumanDuration | string;
    };

    /** How repositories are evaluated. */
    evaluation?: {
      /**
       * Time between two evaluations of an unchanged project, spread out evenly;
       * at least 1 minute, 12 hours by default.
       */
      interval?: HumanDuration | string;
      /**
       * Time until a repository that could not be read is tried again; doubles with
       * each further failure, up to 6 hours; at least 1 second, 1 minute by default.
       */
      retryInterval?: HumanDuration | string;
      /**
       * How long a replica that died keeps others from its work; at least 1
       * second, 2 minutes by default. Running work renews its lease.
       */
      lease?: HumanDuration | string;
      /** Longest time for one batch of repositories; at least 1 second, 30 minutes by default. */
      timeout?: HumanDuration | string;
      /** Batches at the same time in one replica, 1 to 64; 4 by default. */
      concurrency?: number;
      /** Batches at the same time per host in one replica, 1 to 64; 2 by default. */
      hostConcurrency?: number;
    };

    /** What is kept for trends. */
    history?: {
      /** Days for which snapshots are kept, 1 to 36,500; 730 by default. */
      retentionDays?: number;
    };

    /** Which projects count as InnerSource projects. Any one of these suffices. */
    membership?: {
      /** Catalog tags or repository topics; `innersource` by default, which `inner-source` means, too. */
      topics?: string[];
      /** Annotation that the entity carries with any value but `false`. None by default. */
      annotation?: string;
      /** Whether a declared governance level suffices; true by default. */
      declaredLevel?: boolean;
      /** Readiness that suffices by itself, 0 to 100. None by default. */
      readiness?: number;
    };

    /** Changes to checks, by check id. */
    checks?: {
      [checkId: string]: {
        /** False turns the check off. */
        enabled?: boolean;
        /** Replaces the severity, and with it the weight, at all levels. */
        severity?: 'critical' | 'high' | 'medium' | 'low';
        /** Replaces the weight, 0 to 100; with 0 the check is shown and does not count. */
        weight?: number;
        /** Governance levels at which it applies. */
        levels?: Array<
          | 'issues-welcome'
          | 'contributions-welcome'
          | 'shared-write-access'
          | 'shared-ownership'
        >;
        /**
         * Parameters by name, listed with their defaults in docs/checks.md. A list
         * replaces the default list; `{ add: [...] }` adds to it.
         */
        parameters?: {
          [name: string]: number | string | string[] | { add: string[] };
        };
      };
    };

    /** Declarative checks of the organisation's own. */
    customChecks?: Array<{
      /** Kebab-case, unlike that of any other check. */
      id: string;
      category:
        | 'discoverable'
        | 'understandable'
        | 'contributable'
        | 'governed'
        | 'responsive'
        | 'reusable';
      title: string;
      /** Why it matters, one or two sentences. */
      why: string;
      severity: 'critical' | 'high' | 'medium' | 'low';
      guideline: { name: string; url: string };
      remedy: {
        /** What to do, in the imperative. */
        summary: string;
        url?: string;
        template?: { path: string; content: string };
      };
      /** Governance levels at which it applies; all by default. */
      levels?: string[];
      /** Alternatives; one that holds makes the check pass. */
      anyOf: Array<{
        /** File names without extension, or exact paths. */
        document?: string | string[];
        /** Directories of which one must exist and hold a file. */
        directory?: string | string[];
        /** True: only files in the project's own path count. Default false. */
        ownPathOnly?: boolean;
        /** What the document's text must hold, all of it. */
        allOf?: Array<{
          minLength?: number;
          section?: string[];
          phrases?: string[];
          frontMatter?: string[];
          links?: string[];
        }>;
      }>;
    }>;

    /**
     * Grades, best first, each with the readiness at which it starts; the last one
     * must start at 0. Default: A 90, B 75, C 60, D 45, F 0.
     */
    grades?: Array<{ grade: string; from: number }>;

    /** Checks that shall not count for certain projects. */
    exemptions?: Array<{
      /** Entity ref; kind `component` and namespace `default` may be left out. */
      entity?: string;
      /**
       * Values of `kind`, `namespace`, `type`, `lifecycle`, `owner`, `tag`,
       * `system`, `domain` or `repository`. Values of one field are any-of,
       * different fields combine with and.
       */
      filter?: {
        [field: string]: string | string[];
      };
      /** Check id or ids. */
      check: string | string[];
      /** Shown with the result. */
      reason: string;
      /** Last day on which it holds, `YYYY-MM-DD` (UTC); without it, for good. */
      expires?: string;
    }>;

    /** Level of projects that declare none; `contributions-welcome` by default. */
    defaultGovernanceLevel?:
      | 'issues-welcome'
      | 'contributions-welcome'
      | 'shared-write-access'
      | 'shared-ownership';

    /** Licenses of the organisation's own that count as recognised. */
    internalLicenses?: Array<{
      /** SPDX-style id of the form `LicenseRef-…`. */
      id: string;
      name: string;
      /** A license file that contains one of these phrases carries this license. */
      phrases: string[];
    }>;

    activity?: {
      /** Formula of the activity score; `pattern` by default. */
      variant?: 'pattern' | 'continuous';
    };

    contributions?: {
      /** How far back contributions are read and kept, 13 to 120 months; 24 by default. */
      historyMonths?: number;
    };

    /**
     * Whose names contributions show: nobody's (`hidden`), one's own (`self`, the
     * default) or everybody's (`named`).
     */
    people?: 'hidden' | 'self' | 'named';

    /**
     * Members that a team needs to be named in contribution metrics, 0 to 100; 3
     * by default. Smaller teams appear only in a sum. Without effect where
     * `people` is `named`.
     */
    smallGroupThreshold?: number;

    /** Accounts and addresses of people that the catalog does not know. */
    identities?: Array<{
      /** Entity ref of the user; kind `user` and namespace `default` may be left out. */
      user: string;
      /** Logins with their host, such as `github.com/jane`. */
      logins?: string[];
      emails?: string[];
    }>;

    bots?: {
      /** Names of bots in which `*` stands for any characters. Given, they replace the default. */
      patterns?: string[];
    };

    /** The git source. */
    git?: {
      /** Directory for clones; inside `backend.workingDirectory` by default. */
      cacheDirectory?: string;
      /** Room for all clones, such as `5GB`, the default. */
      maxCacheSize?: number | string;
      /** Room for one clone, such as `2GB`, the default. */
      maxRepositorySize?: number | string;
      /** Longest time for one git command; 10 minutes by default. */
      timeout?: HumanDuration | string;
      /** Directories in which repositories may be read by local path. None by default. */
      allowedLocalDirectories?: string[];
      /** Transports for remote repositories; `https` and `ssh` by default. */
      allowedProtocols?: Array<'https' | 'ssh' | 'http'>;
      /** Hosts that may be contacted, `*.example.com` for all under it; any by default. */
      allowedHosts?: string[];
      /** Repositories read at the same time, 1 to 64; 2 by default. */
      concurrency?: number;
    };
  };
}
