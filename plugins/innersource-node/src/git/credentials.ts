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

import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  ScmIntegrationRegistry,
  getBitbucketCloudOAuthToken,
} from '@backstage/integration';

/**
 * Where the git source gets its credentials from.
 *
 * @public
 */
export interface GitCredentials {
  /**
   * The value of the `Authorization` header for reading this repository over
   * https; undefined to read it without.
   */
  getAuthorization(url: string): Promise<string | undefined>;
}

/**
 * Credentials of the portal's `integrations`: GitHub (tokens and Apps), GitLab,
 * Azure DevOps, Bitbucket Cloud and Server, Gitea, Gerrit.
 *
 * @public
 */
export class IntegrationsGitCredentials implements GitCredentials {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #github: DefaultGithubCredentialsProvider;
  readonly #gitlab: DefaultGitlabCredentialsProvider;
  readonly #azure: DefaultAzureDevOpsCredentialsProvider;

  /** @param options - the portal's integrations. */
  static create(options: {
    integrations: ScmIntegrationRegistry;
  }): IntegrationsGitCredentials {
    return new IntegrationsGitCredentials(options.integrations);
  }

  private constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    this.#gitlab =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
    this.#azure =
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  }

  /** {@inheritDoc GitCredentials.getAuthorization} */
  async getAuthorization(url: string): Promise<string | undefined> {
    if (this.#integrations.github.byUrl(url)) {
      const { token } = await this.#github.getCredentials({ url });
      return token && basic('x-access-token', token);
    }
    if (this.#integrations.gitlab.byUrl(url)) {
      const { token } = await this.#gitlab.getCredentials({ url });
      return token && basic('oauth2', token);
    }
    if (this.#integrations.azure.byUrl(url)) {
      const credentials = await this.#azure.getCredentials({ url });
      return (
        credentials &&
        (credentials.type === 'bearer'
          ? `Bearer ${credentials.token}`
          : basic('', credentials.token))
      );
    }

    const cloud = this.#integrations.bitbucketCloud.byUrl(url)?.config;
    if (cloud) {
      if (cloud.clientId && cloud.clientSecret) {
        return basic(
          'x-token-auth',
          await getBitbucketCloudOAuthToken(cloud.clientId, cloud.clientSecret),
        );
      }
      // An Atlassian API token goes with this name whatever the account is called.
      return cloud.token
        ? basic('x-bitbucket-api-token-auth', cloud.token)
        : basicOf(cloud.username, cloud.appPassword);
    }

    const server = this.#integrations.bitbucketServer.byUrl(url)?.config;
    if (server) {
      return server.token
        ? `Bearer ${server.token}`
        : basicOf(server.username, server.password);
    }

    const other =
      this.#integrations.gitea.byUrl(url)?.config ??
      this.#integrations.gerrit.byUrl(url)?.config;
    return other && basicOf(other.username, other.password);
  }
}

function basicOf(
  username: string | undefined,
  password: string | undefined,
): string | undefined {
  return username && password ? basic(username, password) : undefined;
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
