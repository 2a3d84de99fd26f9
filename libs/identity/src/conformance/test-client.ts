import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyResult } from 'jose';
import { TestBrowser } from '@lotsennetz/platform/testing';

/** A provider under test, and the client that is registered there for it. */
export interface Target {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutUri: string;
  /** Whether it must give refresh tokens; unless told, what its own description says counts. */
  readonly renews?: boolean;
  /** How it is asked for one that renews; unless told, as OpenID Connect says. Some give one to everybody. */
  readonly renewal?: Readonly<Record<string, string>>;
  /** Fills in whatever pages the browser is shown. */
  readonly signIn: (page: TestBrowser) => Promise<void>;
}

/** What a provider says of itself, as OpenID Connect Discovery names it. */
export interface Metadata {
  readonly [name: string]: unknown;
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly end_session_endpoint: string;
  readonly grant_types_supported?: readonly string[];
}

/** What changes in a request; undefined: left out. */
type Changes = Readonly<Record<string, string | undefined>>;
type Parameters = Readonly<Record<string, string>>;

// RFC 7636, appendix B.
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** A client as the platform is one, which sends whatever a test wants to see answered. */
export class TestClient {
  private constructor(
    readonly target: Target,
    readonly metadata: Metadata,
  ) {}

  static async of(target: Target): Promise<TestClient> {
    const answer = await fetch(`${target.issuer}/.well-known/openid-configuration`);
    return new TestClient(target, (await answer.json()) as Metadata);
  }

  /** The address that begins a sign-in. */
  request(changes: Changes = {}): string {
    const url = new URL(this.metadata.authorization_endpoint);
    const parameters: Changes = {
      client_id: this.target.clientId,
      redirect_uri: this.target.redirectUri,
      response_type: 'code',
      scope: 'openid profile',
      state: 'the-state',
      nonce: 'the-nonce',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    };
    for (const [key, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(key, value);
    return url.href;
  }

  /** Nobody has signed in there yet. */
  browser(): TestBrowser {
    const { issuer, redirectUri, postLogoutUri } = this.target;
    return new TestBrowser(new URL(issuer).origin, [redirectUri, postLogoutUri]);
  }

  /** What comes back to the platform without anybody having signed in; undefined when nothing does. */
  async answerTo(changes: Changes): Promise<URLSearchParams | undefined> {
    const page = await this.browser().go(this.request(changes));
    return page.url.startsWith(this.target.redirectUri) ? new URL(page.url).searchParams : undefined;
  }

  /** Somebody signs in; the page is left where they arrive. */
  async signedIn(changes: Parameters = {}) {
    const page = await this.browser().go(this.request(changes));
    await this.target.signIn(page);
    const answer = new URL(page.url).searchParams;
    return { page, answer, code: answer.get('code') ?? '' };
  }

  async token(parameters: Parameters, secret = this.target.clientSecret) {
    const answer = await fetch(this.metadata.token_endpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${this.target.clientId}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(parameters),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  }

  redeem(code: string, changes: Parameters = {}, secret?: string) {
    const { redirectUri } = this.target;
    const usual = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    return this.token({ ...usual, ...changes }, secret);
  }

  async keys(): Promise<JSONWebKeySet> {
    return (await (await fetch(this.metadata.jwks_uri)).json()) as JSONWebKeySet;
  }

  /** Reads an ID token as this client must. @throws when it is not for this client, from elsewhere, or over */
  async verified(idToken: string): Promise<JWTVerifyResult> {
    const { issuer, clientId: audience } = this.target;
    return jwtVerify(idToken, createLocalJWKSet(await this.keys()), { issuer, audience });
  }
}
