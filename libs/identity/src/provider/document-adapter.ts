import { createHash } from 'node:crypto';
import { instantOf, type Filter, type Instant, type Keys, type ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope, sealText, unsealText } from '@lotsennetz/platform';
import type { Adapter, AdapterPayload } from 'oidc-provider';

const collection = 'oidc';

interface Stored {
  readonly sealed: string;
  readonly uid?: string;
  readonly grantId?: string;
  /** Whose session, code or sign-in under way it is. */
  readonly sub?: string;
  readonly consumed?: number;
  readonly endsAt: Instant;
}

/** Where the provider keeps codes, sessions and interactions: under hashes of their ids, sealed, until they expire. */
export class DocumentAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly ports: { readonly documents: ReadModels; readonly keys: Keys },
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn = 86_400): Promise<void> {
    const { uid, grantId } = payload;
    const sub = subOf(payload);
    const rowId = this.rowIdOf(id);
    const row: Stored = {
      sealed: sealText(await this.key(), rowId, JSON.stringify(payload)),
      // The provider's own clock: it writes the end into the payload too.
      endsAt: instantOf(new Date(Date.now() + expiresIn * 1_000)),
      ...(uid === undefined ? {} : { uid: `${this.model} ${uid}` }),
      ...(grantId === undefined ? {} : { grantId }),
      ...(sub === undefined ? {} : { sub }),
    };
    await this.ports.documents.commit([{ collection, scope, id: rowId, row }]);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = await this.ports.documents.get<Stored>(collection, scope, this.rowIdOf(id));
    return found && this.opened(found.id, found.row);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const filter = { uid: `${this.model} ${uid}` };
    const [found] = (await this.ports.documents.query<Stored>(collection, scope, { filter, limit: 1 })).items;
    return found && this.opened(found.id, found.row);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async consume(id: string): Promise<void> {
    const found = await this.ports.documents.get<Stored>(collection, scope, this.rowIdOf(id));
    if (!found) return;
    const row: Stored = { ...found.row, consumed: Math.floor(Date.now() / 1_000) };
    await this.ports.documents.commit([{ collection, scope, id: found.id, row }]);
  }

  async destroy(id: string): Promise<void> {
    await this.ports.documents.commit([{ collection, scope, id: this.rowIdOf(id), row: null }]);
  }

  revokeByGrantId(grantId: string): Promise<void> {
    return dropAll(this.ports.documents, { grantId });
  }

  private async opened(rowId: string, { sealed, consumed, endsAt }: Stored): Promise<AdapterPayload | undefined> {
    if (Date.parse(endsAt) <= Date.now()) return undefined;
    const text = unsealText(await this.key(), rowId, sealed);
    if (text === undefined) return undefined;
    return { ...(JSON.parse(text) as AdapterPayload), ...(consumed === undefined ? {} : { consumed }) };
  }

  private rowIdOf(id: string): string {
    return createHash('sha256').update(`${this.model} ${id}`).digest('hex');
  }

  private key(): Promise<Uint8Array> {
    return this.ports.keys.secret(scope, 'oidc');
  }
}

export function openProviderDocuments(documents: ReadModels): Promise<void> {
  return documents.open(collection, ['endsAt', 'uid', 'grantId', 'sub']);
}

/** Ends everything that an account has under way here: sessions, codes, tokens, sign-ins. May be repeated. */
export function dropProviderDocumentsOf(documents: ReadModels, sub: string): Promise<void> {
  return dropAll(documents, { sub });
}

/** Deletes what has expired, and answers how much. */
export async function sweepProviderDocuments(documents: ReadModels): Promise<number> {
  const filter = { endsAt: { lte: instantOf(new Date()) } };
  const { items } = await documents.query(collection, scope, { filter, limit: 1000 });
  await documents.commit(items.map(({ id }) => ({ collection, scope, id, row: null })));
  return items.length;
}

async function dropAll(documents: ReadModels, filter: Filter): Promise<void> {
  for (;;) {
    const { items } = await documents.query(collection, scope, { filter, limit: 200 });
    if (items.length === 0) return;
    await documents.commit(items.map(({ id }) => ({ collection, scope, id, row: null })));
  }
}

/** A sign-in under way knows whose it is by the session it found, or by what its pages have answered. */
function subOf({ accountId, session, result }: AdapterPayload): string | undefined {
  const answered = result as { readonly login?: { readonly accountId?: string } } | undefined;
  return accountId ?? answered?.login?.accountId ?? (session as { readonly accountId?: string } | undefined)?.accountId;
}
