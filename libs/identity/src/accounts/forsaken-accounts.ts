import { addMs, type Clock, type Instant, type ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope, type IdentityHost } from '@lotsennetz/platform';
import type { Accounts } from './accounts.js';

const collection = 'forsaken';
/** Long enough to change from one office to another; after that nobody needs the account (Art. 5 para. 1 e DSGVO). */
export const forsakenDays = 90;

interface ForsakenRow {
  readonly identity: string;
  /** When it was first seen to belong nowhere. */
  readonly since: Instant;
}

interface Parts extends Pick<IdentityHost, 'belongsSomewhere' | 'endSessionsOf'> {
  readonly documents: ReadModels;
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'records' | 'removeOf'>;
}

/** Ends accounts of people who have belonged to no tenant for 90 days. An invitation makes a new one any time. */
export class ForsakenAccounts {
  constructor(private readonly parts: Parts) {}

  open(): Promise<void> {
    return this.parts.documents.open(collection, ['since']);
  }

  /** Notes who belongs nowhere, forgets it of whoever does again, and answers how many accounts it ended. */
  async sweep(): Promise<number> {
    for await (const { sub, identity } of this.parts.accounts.records()) await this.note(sub, identity);
    return this.endDue();
  }

  private async note(sub: string, identity: string): Promise<void> {
    const { documents, clock } = this.parts;
    const known = (await documents.get<ForsakenRow>(collection, scope, sub))?.row;
    if (await this.parts.belongsSomewhere(identity)) {
      if (known) await documents.commit([{ collection, scope, id: sub, row: null }]);
    } else if (!known) {
      const row: ForsakenRow = { identity, since: clock.now() };
      await documents.commit([{ collection, scope, id: sub, row }]);
    }
  }

  private async endDue(): Promise<number> {
    const { documents, clock, accounts } = this.parts;
    const latest = addMs(clock.now(), -forsakenDays * 86_400_000);
    const filter = { since: { lte: latest } };
    const { items } = await documents.query<ForsakenRow>(collection, scope, { filter, limit: 200 });
    for (const { id, row } of items) {
      await accounts.removeOf(row.identity);
      await this.parts.endSessionsOf(row.identity);
      await documents.commit([{ collection, scope, id, row: null }]);
    }
    return items.length;
  }
}
