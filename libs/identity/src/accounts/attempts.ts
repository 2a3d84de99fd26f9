import { createHmac } from 'node:crypto';
import { addMs, type Clock, type Instant, type Keys, type ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope } from '@lotsennetz/platform';
import { InTurn } from '../in-turn.js';

const collection = 'attempts';
const windowMs = 15 * 60_000;
/** For one account, whether or not it exists. */
const failuresOfAccount = 5;
/** For one network address: a whole office may stand behind it. */
const failuresOfAddress = 25;

export type Guess = 'right' | 'wrong' | 'locked';

interface Failures {
  readonly at: readonly Instant[];
  readonly endsAt: Instant;
}

/** Who guesses, and at what. */
export interface Guesser {
  readonly sub: string;
  readonly address: string;
  /** Counted apart: who knows the password would otherwise wipe out wrong codes by showing it again. */
  readonly at: 'password' | 'code';
}

/** Counts wrong passwords and codes: 5 of either in 15 minutes lock it for an account, 25 an address, until the first of them is 15 minutes old. */
export class Attempts {
  private readonly inTurn = new InTurn();

  constructor(
    private readonly documents: ReadModels,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  open(): Promise<void> {
    return this.documents.open(collection, ['endsAt']);
  }

  /** Runs the check unless too many were wrong before. It counts as wrong while it runs, so that a crash gives none away. */
  async guess({ sub, address, at }: Guesser, check: () => Promise<boolean>): Promise<Guess> {
    const counters = [
      { id: await this.idOf(at === 'code' ? 'code' : 'account', sub), most: failuresOfAccount },
      { id: await this.idOf('address', address), most: failuresOfAddress },
    ] as const;
    return this.inTurn.run(counters[0].id, async () => {
      const locked = await this.inTurn.run(counters[1].id, () => this.count(counters));
      if (locked) return 'locked';
      if (!(await check())) return 'wrong';
      await this.forget(counters[0].id);
      await this.inTurn.run(counters[1].id, () => this.takeBack(counters[1].id));
      return 'right';
    });
  }

  /** Deletes counts that say nothing any more, and answers how many. */
  async sweep(): Promise<number> {
    const filter = { endsAt: { lte: this.clock.now() } };
    const { items } = await this.documents.query(collection, scope, { filter, limit: 1000 });
    await this.documents.commit(items.map(({ id }) => ({ collection, scope, id, row: null })));
    return items.length;
  }

  private async count(counters: readonly { readonly id: string; readonly most: number }[]): Promise<boolean> {
    const known = await Promise.all(counters.map(async ({ id, most }) => ({ id, most, at: await this.recent(id) })));
    if (known.some(({ at, most }) => at.length >= most)) return true;
    const now = this.clock.now();
    const changes = known.map(({ id, at }) => ({ collection, scope, id, row: this.rowOf([...at, now]) }));
    await this.documents.commit(changes);
    return false;
  }

  private async takeBack(id: string): Promise<void> {
    const at = await this.recent(id);
    await this.documents.commit([{ collection, scope, id, row: this.rowOf(at.slice(0, -1)) }]);
  }

  private async forget(id: string): Promise<void> {
    await this.documents.commit([{ collection, scope, id, row: null }]);
  }

  private rowOf(at: readonly Instant[]): Failures {
    return { at, endsAt: addMs(this.clock.now(), windowMs) };
  }

  private async recent(id: string): Promise<readonly Instant[]> {
    const row = (await this.documents.get<Failures>(collection, scope, id))?.row;
    const since = Date.parse(this.clock.now()) - windowMs;
    return (row?.at ?? []).filter((moment) => Date.parse(moment) > since);
  }

  // Keyed: an IP address is personal, and few enough to be guessed from a plain hash.
  private async idOf(kind: string, value: string): Promise<string> {
    const key = await this.keys.secret(scope, 'attempts');
    return createHmac('sha256', key).update(`${kind}:${value}`).digest('hex');
  }
}
