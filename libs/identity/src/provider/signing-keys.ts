import type { Clock, Instant, Keys, ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope, sealText, unsealText } from '@lotsennetz/platform';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

const collection = 'signing-keys';
/** How often a key is made, and how long what it signed can be checked after the next has taken over. */
const newEveryDays = 90;
const checkedDays = 7;
/** A new key is shown before it signs: whoever keeps a copy of the keys for a while has it by then. */
const shownFirstDays = 1;

interface StoredKey {
  readonly sealed: string;
  readonly createdAt: Instant;
}

/** The keys that sign ID tokens: made here, kept sealed, followed by another every 90 days. */
export class SigningKeys {
  constructor(private readonly ports: { readonly documents: ReadModels; readonly keys: Keys; readonly clock: Clock }) {}

  open(): Promise<void> {
    return this.ports.documents.open(collection, ['createdAt']);
  }

  /** Private keys, the one that signs first. Makes a new one when that is due, and drops what is past checking. */
  async current(): Promise<readonly JWK[]> {
    const { documents, clock } = this.ports;
    const ageDays = ({ createdAt }: StoredKey) => (Date.parse(clock.now()) - Date.parse(createdAt)) / 86_400_000;
    const query = { orderBy: 'createdAt', descending: true, limit: 100 };
    const { items } = await documents.query<StoredKey>(collection, scope, query);
    const kept = items.filter(({ row }) => ageDays(row) < newEveryDays + shownFirstDays + checkedDays);
    const dropped = items.filter((item) => !kept.includes(item));
    await documents.commit(dropped.map(({ id }) => ({ collection, scope, id, row: null })));
    const known = await Promise.all(kept.map(({ id, row }) => this.opened(id, row)));
    const [newest] = kept;
    const isNewMade = !newest || ageDays(newest.row) >= newEveryDays;
    const all = isNewMade ? [await this.make(), ...known] : known;
    const isNewShownLongEnough = !isNewMade && ageDays(newest.row) >= shownFirstDays;
    const [first, second, ...rest] = all;
    return first && second && !isNewShownLongEnough ? [second, first, ...rest] : all;
  }

  private async make(): Promise<JWK> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    const key = { ...jwk, kid, use: 'sig', alg: 'ES256' };
    const row: StoredKey = {
      sealed: sealText(await this.sealKey(), kid, JSON.stringify(key)),
      createdAt: this.ports.clock.now(),
    };
    await this.ports.documents.commit([{ collection, scope, id: kid, row }]);
    return key;
  }

  private async opened(kid: string, { sealed }: StoredKey): Promise<JWK> {
    const text = unsealText(await this.sealKey(), kid, sealed);
    if (text === undefined) throw new Error(`the signing key ${kid} was sealed with other keys than these`);
    return JSON.parse(text) as JWK;
  }

  private sealKey(): Promise<Uint8Array> {
    return this.ports.keys.secret(scope, 'signing-keys');
  }
}
