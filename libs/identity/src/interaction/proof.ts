import type { Clock, Keys } from '@lotsennetz/kernel';
import { platformScope, sealText, unsealText } from '@lotsennetz/platform';

/** How long somebody may take from the password to the second factor. */
const proofMinutes = 10;

/** How far somebody has come in one sign-in. */
export interface Proof {
  readonly sub: string;
  /** Of the account when it was written: a new password ends what was begun with the old one. */
  readonly epoch: number;
  /** Of a device that is just being set up. */
  readonly secret?: string;
  /** A second factor was shown: only the recovery codes are still to be read. */
  readonly done?: true;
}

/** Carries that from page to page: sealed, bound to the sign-in under way, and over after ten minutes. */
export class Proofs {
  constructor(
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  async write(interaction: string, proof: Proof): Promise<string> {
    const until = Date.parse(this.clock.now()) + proofMinutes * 60_000;
    return sealText(await this.key(), interaction, JSON.stringify({ ...proof, until }));
  }

  async read(interaction: string, text: string): Promise<Proof | undefined> {
    const opened = unsealText(await this.key(), interaction, text);
    if (opened === undefined) return undefined;
    const { until, ...proof } = JSON.parse(opened) as Proof & { readonly until: number };
    return until > Date.parse(this.clock.now()) ? proof : undefined;
  }

  private key(): Promise<Uint8Array> {
    return this.keys.secret(platformScope, 'identity-proof');
  }
}
