import type { IdentityAccounts } from './embedded-identity.js';
import type { Sessions } from './sessions.js';

interface Parts {
  readonly sessions: Pick<Sessions, 'endAllOf'>;
  /** undefined: people sign in elsewhere, where their accounts are not ours. */
  readonly openAccounts: () => Promise<IdentityAccounts | undefined>;
}

/** What lets people in, beside what they may: their account here and their sessions. */
export class SignIns {
  private accounts: Promise<IdentityAccounts | undefined> | undefined;

  constructor(private readonly parts: Parts) {}

  /** Forgets how somebody signed in who belongs nowhere any more: the account and every session. May be repeated. */
  async forget(identity: string): Promise<void> {
    const accounts = await this.opened();
    await accounts?.removeOf(identity);
    await this.parts.sessions.endAllOf(identity);
  }

  private opened(): Promise<IdentityAccounts | undefined> {
    this.accounts ??= this.parts.openAccounts().catch((error: unknown) => {
      this.accounts = undefined;
      throw error;
    });
    return this.accounts;
  }
}
