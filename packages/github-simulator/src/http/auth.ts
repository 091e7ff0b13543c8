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

import { createHash } from 'node:crypto';
import { Viewer, World } from '../World';

/**
 * A personal access token that the simulator takes.
 *
 * @public
 */
export interface TokenOptions {
  /** Whose token it is. */
  login: string;
  /** True when its owner administers the organisations: sees private repositories and settings. */
  administration: boolean;
}

/**
 * The GitHub App that the simulator knows, installed in every organisation.
 *
 * @public
 */
export interface AppOptions {
  id: number;
  slug: string;
  /** True when it was granted to read administration. */
  administration: boolean;
}

/** What stands in the way of a request with bad credentials. */
export class CredentialsError extends Error {
  readonly name = 'CredentialsError';
}

const HOUR = 3_600_000;

interface InstallationToken {
  organization: string;
  expiresAt: number;
}

/**
 * Tells from a request's headers who asks.
 */
export class Authenticator {
  readonly #world: World;
  readonly #tokens: ReadonlyMap<string, TokenOptions>;
  readonly #app: AppOptions;
  readonly #clock: () => number;
  readonly #installationTokens = new Map<string, InstallationToken>();
  #issued = 0;

  private constructor(options: AuthenticatorOptions) {
    this.#world = options.world;
    this.#tokens = new Map(Object.entries(options.tokens));
    this.#app = options.app;
    this.#clock = options.clock;
  }

  static create(options: AuthenticatorOptions): Authenticator {
    return new Authenticator(options);
  }

  get app(): AppOptions {
    return this.#app;
  }

  /** @throws CredentialsError where GitHub would answer 401 */
  viewer(authorization: string | undefined): Viewer {
    if (!authorization) {
      return {
        budget: 'anonymous',
        kind: 'anonymous',
        login: null,
        administration: false,
        limit: 60,
      };
    }
    const credential = readCredential(authorization);
    const installation = this.#installationTokens.get(credential);
    if (installation) {
      if (installation.expiresAt <= this.#clock()) {
        throw new CredentialsError('Bad credentials');
      }
      return {
        budget: `installation:${installation.organization}`,
        kind: 'installation',
        login: null,
        administration: this.#app.administration,
        organizations: [installation.organization],
        limit: this.#installationLimit(installation.organization),
      };
    }
    if (credential.split('.').length === 3) {
      this.#checkJwt(credential);
      return {
        budget: `app:${this.#app.id}`,
        kind: 'app',
        login: null,
        administration: false,
        limit: 5000,
      };
    }
    const token = this.#tokens.get(credential);
    if (!token) {
      throw new CredentialsError('Bad credentials');
    }
    return {
      budget: `user:${token.login}`,
      kind: 'token',
      login: token.login,
      administration: token.administration,
      limit: 5000,
    };
  }

  issueInstallationToken(organization: string): {
    token: string;
    expiresAt: number;
  } {
    this.#issued += 1;
    const token = `ghs_${createHash('sha256')
      .update(`${organization}:${this.#issued}`)
      .digest('hex')
      .slice(0, 36)}`;
    const expiresAt = this.#clock() + HOUR;
    this.#installationTokens.set(token, { organization, expiresAt });
    return { token, expiresAt };
  }

  /** As documented: 5,000, and 50 more for every repository over 20, up to 12,500. */
  #installationLimit(organization: string): number {
    const repositories = this.#world.dataset.repositories.filter(
      repository => repository.owner === organization,
    ).length;
    return Math.min(12_500, 5000 + Math.max(0, repositories - 20) * 50);
  }

  /** The shape and times of an App's token; its signature is not checked. */
  #checkJwt(jwt: string) {
    const [header, payload] = jwt.split('.').map(part => {
      try {
        return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
      } catch {
        return undefined;
      }
    });
    if (header?.alg !== 'RS256' || !payload) {
      throw new CredentialsError('A JSON web token could not be decoded');
    }
    const now = this.#clock() / 1000;
    if (typeof payload.exp !== 'number' || payload.exp <= now) {
      throw new CredentialsError(
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      );
    }
    if (payload.exp > now + 660) {
      throw new CredentialsError(
        "'Expiration time' claim ('exp') is too far in the future",
      );
    }
    if (typeof payload.iat !== 'number' || payload.iat > now + 60) {
      throw new CredentialsError(
        "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
      );
    }
    if (String(payload.iss) !== String(this.#app.id)) {
      throw new CredentialsError('Integration not found');
    }
  }
}

export interface AuthenticatorOptions {
  world: World;
  tokens: Record<string, TokenOptions>;
  app: AppOptions;
  clock: () => number;
}

function readCredential(authorization: string): string {
  const space = authorization.indexOf(' ');
  const scheme = authorization.slice(0, space).toLowerCase();
  const value = authorization.slice(space + 1).trim();
  if (scheme === 'basic') {
    const text = Buffer.from(value, 'base64').toString('utf8');
    return text.slice(text.indexOf(':') + 1);
  }
  if (scheme === 'bearer' || scheme === 'token') {
    return value;
  }
  throw new CredentialsError('Bad credentials');
}
