import { createHash, randomBytes } from 'node:crypto';
import { addMs, type Clock, type Instant, type ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope } from '@lotsennetz/platform';

const collection = 'links';

/** How long a link to choose a new password is good for. */
const linkMinutes = 30;

/** So many may be good at a time: asking again writes no more mails then, and takes nothing from those that were written. */
const openLinks = 5;

interface LinkRow {
  readonly sub: string;
  readonly endsAt: Instant;
}

/** Links that were mailed, each good once: 256 random bits, of which only the hash is kept. */
export class Links {
  constructor(
    private readonly documents: ReadModels,
    private readonly clock: Clock,
  ) {}

  open(): Promise<void> {
    return this.documents.open(collection, ['endsAt', 'sub']);
  }

  /**
   * A new link for the account; undefined while five are good. Earlier ones stay good: anybody may ask for a link to any
   * address, and must not spoil by that the one its owner has asked for.
   */
  async make(sub: string): Promise<string | undefined> {
    if ((await this.countOf(sub)) >= openLinks) return undefined;
    const token = randomBytes(32).toString('base64url');
    const endsAt = addMs(this.clock.now(), linkMinutes * 60_000);
    await this.documents.commit([{ collection, scope, id: idOf(token), row: { sub, endsAt } satisfies LinkRow }]);
    return token;
  }

  /** Whose link it is; undefined when it is used, too old, or never was. */
  async find(token: string): Promise<string | undefined> {
    const row = (await this.documents.get<LinkRow>(collection, scope, idOf(token)))?.row;
    return row && row.endsAt > this.clock.now() ? row.sub : undefined;
  }

  /** Ends all of them: one was used. */
  async dropOf(sub: string): Promise<void> {
    const { items } = await this.documents.query(collection, scope, { filter: { sub }, limit: 100 });
    await this.documents.commit(items.map(({ id }) => ({ collection, scope, id, row: null })));
  }

  private countOf(sub: string): Promise<number> {
    return this.documents.count(collection, scope, { sub, endsAt: { gt: this.clock.now() } });
  }

  /** Deletes links that are too old, and answers how many. */
  async sweep(): Promise<number> {
    const filter = { endsAt: { lte: this.clock.now() } };
    const { items } = await this.documents.query(collection, scope, { filter, limit: 1000 });
    await this.documents.commit(items.map(({ id }) => ({ collection, scope, id, row: null })));
    return items.length;
  }
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
