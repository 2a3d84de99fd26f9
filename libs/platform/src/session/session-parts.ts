import { pause, type Clock, type Keys, type ReadModels } from '@lotsennetz/kernel';
import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { anonymous, type CallerFinder } from '../access/caller.js';
import type { Config } from '../config.js';
import { readCookie, sessionCookie } from './cookies.js';
import { refuseForeignRequest } from './csrf.js';
import { issuerFor } from './issuer.js';
import { needSecondFactor, type MembershipsOf, type SessionMembership } from './memberships.js';
import { OidcClient } from './oidc-client.js';
import type { Session } from './session.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

const sweepEveryMs = 10 * 60_000;

export interface SessionOptions {
  readonly config: Config;
  readonly keys: Keys;
  readonly clock: Clock;
  /** The database `sessions`, which all processes share; closed with this. */
  readonly documents: ReadModels;
  readonly memberships: MembershipsOf;
  /** Where people and this process itself reach the platform, once it listens. */
  readonly address: { readonly publicUrl: string; readonly port: number | undefined };
  readonly isDemo: () => boolean;
  /** Name of the tenant that has signed this text of an invitation; undefined: none has. */
  readonly inviting: (tenant: string, invitation: string) => Promise<string | undefined>;
}

/** Sessions of this process, and the way to one. */
export class SessionParts {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  private readonly client: OidcClient;
  private readonly logger = new Logger('sessions');
  private readonly stop = new AbortController();
  private sweeping: Promise<void> = Promise.resolve();

  constructor(private readonly options: SessionOptions) {
    const { config, keys, clock, documents, memberships } = options;
    this.sessions = new Sessions(documents, clock);
    this.client = new OidcClient(
      () => issuerFor(config, keys, { publicUrl: this.publicUrl, innerUrl: this.innerUrl }),
      () => this.publicUrl,
    );
    this.signIn = new SignIn({
      client: this.client,
      sessions: this.sessions,
      keys,
      clock,
      needsSecondFactor: async (identity) => needSecondFactor(await memberships(identity)),
    });
  }

  get publicUrl(): string {
    return this.options.address.publicUrl;
  }

  /** Whether this platform shows the example, whose people anybody may be. */
  isDemo(): boolean {
    return this.options.isDemo();
  }

  /** Whether people may make accounts here. */
  get hasEmbeddedProvider(): boolean {
    return this.options.config.oidcIssuer === '';
  }

  /** Name of the tenant that has signed this text of an invitation; undefined: none has. */
  inviting(tenant: string, invitation: string): Promise<string | undefined> {
    return this.options.inviting(tenant, invitation);
  }

  async start(): Promise<void> {
    await this.sessions.open();
    this.sweeping = this.keepSweeping();
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.sweeping;
    await this.options.documents.close();
  }

  /** The session whose cookie the request shows, whatever it may do with it. */
  async sessionOf(request: Pick<FastifyRequest, 'headers'>): Promise<Session | undefined> {
    const id = readCookie(request, sessionCookie);
    return id === undefined ? undefined : this.sessions.find(id);
  }

  /**
   * Who calls by cookie. A cookie without a session is worth nothing.
   * @throws Problem 403 `csrf` for a change that a foreign page may have caused
   */
  readonly person: CallerFinder = async (request) => {
    if (readCookie(request, sessionCookie) === undefined) return undefined;
    const session = await this.sessionOf(request);
    if (!session) return anonymous;
    refuseForeignRequest(request, session.csrfToken, this.publicUrl);
    const { identity, secondFactor, sessionHash, tenants } = session;
    const claimed = tenants ? { claimedTenants: tenants } : {};
    return { kind: 'person', identity, secondFactor, sessionId: sessionHash, ...claimed };
  };

  /** Where the issuer's claim names tenants, only those of them. */
  async membershipsOf({ identity, tenants }: Session): Promise<readonly SessionMembership[]> {
    const all = await this.options.memberships(identity);
    return tenants ? all.filter(({ tenant }) => tenants.includes(tenant)) : all;
  }

  /** Where the browser ends the session at the issuer; undefined too when the issuer cannot be asked now. */
  async endUrl({ idToken }: Session): Promise<string | undefined> {
    try {
      return await this.client.endUrl(idToken);
    } catch {
      this.logger.warn('the issuer cannot be reached: somebody signed out here only');
      return undefined;
    }
  }

  private get innerUrl(): string {
    const { host } = this.options.config;
    const reachable = ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host;
    return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${this.options.address.port ?? 0}`;
  }

  private async keepSweeping(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        while ((await this.sessions.sweep()) > 0);
      } catch {
        this.logger.warn('ended sessions could not be swept; trying again later');
      }
      await pause(sweepEveryMs, this.stop.signal);
    }
  }
}
