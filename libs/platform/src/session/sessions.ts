import { createHmac } from 'node:crypto';
import { addMs, type Clock, type Instant, type Position, type ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope } from './platform-scope.js';
import { sealText, unsealText } from './sealed-text.js';
import {
  csrfTokenOf,
  endOf,
  longestMs,
  newSessionId,
  rowIdOf,
  type Session,
  type SessionRow,
  type SignedIn,
} from './session.js';

const collection = 'sessions';
/** Use is written down at most so often; the idle time is exact to this. */
const touchEveryMs = 60_000;
/** Later than every instant: nothing written afterwards opens the session again. */
const endedPosition = 'ended' as Position;

/** People's sessions, kept on the server and shared by all processes of a deployment. */
export class Sessions {
  constructor(
    private readonly readModels: ReadModels,
    private readonly clock: Clock,
  ) {}

  async open(): Promise<void> {
    await this.readModels.open(collection, ['identity', 'endsAt']);
  }

  /** Begins a session and answers its id, which exists in the person's cookie and nowhere else. */
  async begin({ name, idToken, ...signedIn }: SignedIn): Promise<string> {
    const id = newSessionId();
    const now = this.clock.now();
    await this.write(rowIdOf(id), now, {
      ...signedIn,
      status: 'open',
      startedAt: now,
      lastUsedAt: now,
      endsAt: endOf(now, now),
      sealed: sealText(detailsKey(id), rowIdOf(id), JSON.stringify({ name, idToken })),
    });
    return id;
  }

  /** The session, which counts as used by that; undefined when it has ended, or never was. */
  async find(id: string): Promise<Session | undefined> {
    const now = this.clock.now();
    const rowId = rowIdOf(id);
    const row = (await this.readModels.get<SessionRow>(collection, scope, rowId))?.row;
    if (row?.status !== 'open' || row.endsAt <= now) return undefined;
    if (Date.parse(now) - Date.parse(row.lastUsedAt) >= touchEveryMs)
      await this.write(rowId, now, { ...row, lastUsedAt: now, endsAt: endOf(row.startedAt, now) });
    const details = unsealText(detailsKey(id), rowId, row.sealed) ?? '{}';
    return {
      ...(JSON.parse(details) as Pick<SignedIn, 'name' | 'idToken'>),
      ...(row.tenants ? { tenants: row.tenants } : {}),
      identity: row.identity,
      secondFactor: row.secondFactor,
      startedAt: row.startedAt,
      sessionHash: rowId,
      csrfToken: csrfTokenOf(id),
    };
  }

  /** Ends the session everywhere at once. May be repeated. */
  async end(id: string): Promise<void> {
    const row = (await this.readModels.get<SessionRow>(collection, scope, rowIdOf(id)))?.row;
    if (row?.status === 'open') await this.endRow(rowIdOf(id), row.identity);
  }

  /** Ends every session of the person, on every device, and answers how many there were. */
  async endAllOf(identity: string): Promise<number> {
    const filter = { identity, status: 'open' };
    let ended = 0;
    for (;;) {
      const { items } = await this.readModels.query<SessionRow>(collection, scope, { filter, limit: 200 });
      if (items.length === 0) return ended;
      for (const { id } of items) await this.endRow(id, identity);
      ended += items.length;
    }
  }

  /** Deletes rows of sessions that are over, and answers how many. */
  async sweep(): Promise<number> {
    const filter = { endsAt: { lte: this.clock.now() } };
    const { items } = await this.readModels.query(collection, scope, { filter, limit: 1000 });
    await this.readModels.commit(items.map(({ id }) => ({ collection, scope, id, row: null })));
    return items.length;
  }

  private async endRow(id: string, identity: string): Promise<void> {
    const endsAt = addMs(this.clock.now(), longestMs);
    await this.readModels.commit([
      {
        collection,
        scope,
        id,
        row: { status: 'ended', identity, endsAt } satisfies SessionRow,
        position: endedPosition,
      },
    ]);
  }

  private async write(id: string, at: Instant, row: SessionRow): Promise<void> {
    await this.readModels.commit([{ collection, scope, id, row, position: at as string as Position }]);
  }
}

function detailsKey(id: string): Uint8Array {
  return createHmac('sha256', id).update('details').digest();
}
