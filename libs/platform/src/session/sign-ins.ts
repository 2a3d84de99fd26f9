import type { Instant, Subject } from '@lotsennetz/kernel';
import type { IdentityAccounts } from './embedded-identity.js';
import type { Sessions } from './sessions.js';

interface Parts {
  readonly sessions: Pick<Sessions, 'endAllOf'>;
  /** Whether people's accounts are ours; else they sign in elsewhere. */
  readonly keepsAccounts: boolean;
  /** undefined: they are not. */
  readonly openAccounts: () => Promise<Changeable | undefined>;
  /** Everybody who was ever forgotten, as the keys and the erasure ledger know it. */
  readonly forgotten: () => AsyncIterable<Subject>;
}

type Changeable = Pick<IdentityAccounts, 'removeOf' | 'dropSecondFactor'>;

/** What lets people in, beside what they may: their account here and their sessions. */
export class SignIns {
  private accounts: Promise<Changeable | undefined> | undefined;

  constructor(private readonly parts: Parts) {}

  /** Whether people's accounts are here; else passwords and second factors are another provider's matter. */
  get keepsAccounts(): boolean {
    return this.parts.keepsAccounts;
  }

  /** Everybody who was ever forgotten, in no order: a store that was restored may know less than the ledger. */
  forgotten(): AsyncIterable<Subject> {
    return this.parts.forgotten();
  }

  /** Forgets how somebody signed in who belongs nowhere any more: the account and every session. May be repeated. */
  async forget(identity: string): Promise<void> {
    const accounts = await this.opened();
    await accounts?.removeOf(identity);
    await this.parts.sessions.endAllOf(identity);
  }

  /**
   * Makes whoever has lost the second factor set up another: the one from before this moment is gone, and every session.
   * May be repeated.
   */
  async dropSecondFactor(identity: string, by: Instant): Promise<void> {
    const accounts = await this.opened();
    await accounts?.dropSecondFactor(identity, by);
    await this.parts.sessions.endAllOf(identity);
  }

  private opened(): Promise<Changeable | undefined> {
    this.accounts ??= this.parts.openAccounts().catch((error: unknown) => {
      this.accounts = undefined;
      throw error;
    });
    return this.accounts;
  }
}
