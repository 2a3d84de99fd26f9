import * as oidc from 'openid-client';
import { identityOf } from './identity-of.js';
import type { Issuer } from './issuer.js';
import type { SignedIn } from './session.js';

/** What must be remembered between leaving for the issuer and coming back. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly to: string;
  /** The issuer was asked for a second factor. */
  readonly secondFactor: boolean;
}

export interface SignInWish {
  readonly to: string;
  readonly secondFactor: boolean;
  /** Handed to the embedded provider, such as an invitation. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** This platform as a client of its issuer: code flow with PKCE, state and nonce; the browser never sees a token. */
export class OidcClient {
  private configuration: Promise<oidc.Configuration> | undefined;

  constructor(
    private readonly issuer: () => Promise<Issuer>,
    private readonly publicUrl: () => string,
  ) {}

  async begin(wish: SignInWish): Promise<{ readonly url: string; readonly underWay: SignInUnderWay }> {
    const { scopes, secondFactors } = await this.issuer();
    const underWay = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
      to: wish.to,
      secondFactor: wish.secondFactor,
    };
    const url = oidc.buildAuthorizationUrl(await this.discovered(), {
      ...wish.extra,
      redirect_uri: this.callbackUrl,
      scope: ['openid', ...scopes].join(' '),
      state: underWay.state,
      nonce: underWay.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(underWay.codeVerifier),
      code_challenge_method: 'S256',
      ...(wish.secondFactor ? { acr_values: secondFactors.join(' ') } : {}),
    });
    return { url: url.href, underWay };
  }

  /** @throws Error for an answer that is not the issuer's to this very sign-in; the code tells why. */
  async finish(query: string, { state, nonce, codeVerifier }: SignInUnderWay): Promise<SignedIn> {
    const issuer = await this.issuer();
    const answer = await oidc.authorizationCodeGrant(await this.discovered(), new URL(`${this.callbackUrl}${query}`), {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = answer.claims();
    if (!claims) throw new Error('the issuer sent no ID token');
    const { name, preferred_username: username } = claims;
    const shown = [name, username].find((each) => typeof each === 'string' && each !== '');
    return {
      identity: identityOf(issuer.key, claims.sub),
      secondFactor: hasSecondFactor(claims, issuer.secondFactors),
      ...(issuer.tenantClaim === '' ? {} : { tenants: tenantsIn(claims[issuer.tenantClaim]) }),
      ...(typeof shown === 'string' ? { name: shown } : {}),
      ...(answer.id_token === undefined ? {} : { idToken: answer.id_token }),
    };
  }

  /** Where the browser goes to end the session at the issuer too; undefined for one that offers no such page. */
  async endUrl(idToken: string | undefined): Promise<string | undefined> {
    const configuration = await this.discovered();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.publicUrl()}/`,
      ...(idToken === undefined ? {} : { id_token_hint: idToken }),
    }).href;
  }

  private get callbackUrl(): string {
    return `${this.publicUrl()}/login/callback`;
  }

  private discovered(): Promise<oidc.Configuration> {
    this.configuration ??= this.discover().catch((error: unknown) => {
      this.configuration = undefined;
      throw error;
    });
    return this.configuration;
  }

  private async discover(): Promise<oidc.Configuration> {
    const { url, clientId, clientSecret, innerUrl } = await this.issuer();
    const plain = new URL(url).protocol === 'http:';
    return oidc.discovery(new URL(url), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      execute: [
        // Signatures count even where the connection would vouch for the token.
        oidc.enableNonRepudiationChecks,
        // Marked so that nobody takes it lightly: whoever configured http: said so, and the embedded provider is asked
        // inside this machine.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        ...(plain || innerUrl !== undefined ? [oidc.allowInsecureRequests] : []),
      ],
      ...(innerUrl === undefined ? {} : { [oidc.customFetch]: reaching(url, innerUrl) }),
    });
  }
}

/** A process need not reach its own public address: behind an ingress or in a container it often cannot. */
function reaching(publicIssuer: string, innerUrl: string): oidc.CustomFetch {
  const { origin } = new URL(publicIssuer);
  return (url, { body, method, headers, redirect, signal }) => {
    const inner = url.startsWith(`${origin}/`) ? innerUrl + url.slice(origin.length) : url;
    return fetch(inner, {
      method,
      headers,
      redirect,
      body: body as NonNullable<RequestInit['body']>,
      signal: signal ?? null,
    });
  };
}

function hasSecondFactor({ amr, acr }: oidc.IDToken, counts: readonly string[]): boolean {
  const methods = Array.isArray(amr) ? amr : [];
  return [acr, ...methods].some((each) => typeof each === 'string' && counts.includes(each));
}

/** A claim names one tenant, lists some, or has them as keys, as Keycloak's organizations may. */
function tenantsIn(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  if (Array.isArray(claim)) return claim.filter((each) => typeof each === 'string');
  return typeof claim === 'object' && claim !== null ? Object.keys(claim) : [];
}
