import type { Clock, Keys } from '@lotsennetz/kernel';
import type { OidcClient, SignInUnderWay, SignInWish } from './oidc-client.js';
import { platformScope } from './platform-scope.js';
import { sealText, unsealText } from './sealed-text.js';
import type { Sessions } from './sessions.js';

/** How long somebody may take at the issuer's pages. */
export const signInSeconds = 15 * 60;

export interface Departure {
  readonly url: string;
  /** For the browser to keep meanwhile; sealed. */
  readonly kept: string;
}

export type Arrival =
  | { readonly status: 'signed-in'; readonly sessionId: string; readonly to: string }
  /** Somebody of the staff came with a password alone. */
  | ({ readonly status: 'second-factor-missing' } & Departure)
  /** Too late, not begun in this browser, or come twice. */
  | { readonly status: 'not-begun-here' }
  | { readonly status: 'refused'; readonly to: string; readonly reason: string };

interface Parts {
  readonly client: OidcClient;
  readonly sessions: Sessions;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Whether this person's roles demand a second factor. */
  readonly needsSecondFactor: (identity: string) => Promise<boolean>;
}

/** The way to the issuer and back. What it must remember travels in a sealed cookie, so that any process can go on. */
export class SignIn {
  constructor(private readonly parts: Parts) {}

  async depart(wish: SignInWish): Promise<Departure> {
    const { url, underWay } = await this.parts.client.begin(wish);
    const until = Date.parse(this.parts.clock.now()) + signInSeconds * 1_000;
    return { url, kept: sealText(await this.key(), 'sign-in', JSON.stringify({ ...underWay, until })) };
  }

  /** @param query of the callback address, `?` included */
  async arrive(query: string, kept: string | undefined): Promise<Arrival> {
    const underWay = await this.remembered(kept);
    if (!underWay) return { status: 'not-begun-here' };
    const { to } = underWay;
    let signedIn;
    try {
      signedIn = await this.parts.client.finish(query, underWay);
    } catch (error) {
      return { status: 'refused', to, reason: codeOf(error) };
    }
    const mayShowMore = !signedIn.secondFactor && !underWay.secondFactor;
    if (mayShowMore && (await this.parts.needsSecondFactor(signedIn.identity)))
      return { status: 'second-factor-missing', ...(await this.depart({ to, secondFactor: true })) };
    return { status: 'signed-in', to, sessionId: await this.parts.sessions.begin(signedIn) };
  }

  private async remembered(kept: string | undefined): Promise<SignInUnderWay | undefined> {
    const text = kept === undefined ? undefined : unsealText(await this.key(), 'sign-in', kept);
    if (text === undefined) return undefined;
    const { until, ...underWay } = JSON.parse(text) as SignInUnderWay & { readonly until: number };
    return until > Date.parse(this.parts.clock.now()) ? underWay : undefined;
  }

  private key(): Promise<Uint8Array> {
    return this.parts.keys.secret(platformScope, 'sign-in');
  }
}

// The codes of openid-client and of the issuer; never the message, which may quote what the issuer sent.
function codeOf(error: unknown): string {
  const { error: told, code } = error as { readonly error?: unknown; readonly code?: unknown };
  return [told, code].find((each) => typeof each === 'string') ?? 'unknown';
}
