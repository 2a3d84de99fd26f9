import { TenantScope, Unavailable, type DataKey, type KeyVault } from '@lotsennetz/kernel';
import {
  describeWithServer,
  eventually,
  findOwnServers,
  keysOver,
  mongoServer,
  type OwnServer,
} from '@lotsennetz/testing';
import { openMongoKeyStore } from './mongo-key-store.js';

const scope = TenantScope.of('siegen');
const noticedWithinMs = 3_000;

async function expectOutage(keys: KeyVault): Promise<void> {
  const since = performance.now();
  const all = [
    keys.obtain(scope, 'p', 'name'),
    keys.find(scope, 'p', 'name'),
    keys.forget(scope, 'q'),
    keys.secret(scope, 'unknown'),
    Array.fromAsync(keys.records()),
    keys.adopt([{ tenant: scope.tenant, subject: 'q', forgotten: true }]),
  ];
  for (const each of await Promise.allSettled(all))
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) as unknown });
  expect(performance.now() - since).toBeLessThan(noticedWithinMs);
}

it('without a server everything is unavailable, soon', async () => {
  const keys = keysOver(openMongoKeyStore('mongodb://127.0.0.1:9', 'nobody'));
  await expectOutage(keys);
  await keys.close();
});

describeWithServer('keys in a MongoDB that goes away', await findOwnServers(mongoServer), (start) => {
  let server: OwnServer;
  let keys: KeyVault;
  beforeEach(async () => {
    server = await start()();
    keys = keysOver(openMongoKeyStore(server.url, 'outage'));
  });
  afterEach(async () => {
    await keys.close();
    await server.dispose();
  });

  it('are unavailable, never anew, and there again with it', async () => {
    const key = await keys.obtain(scope, 'p', 'name');
    const secret = await keys.secret(scope, 's');
    await keys.forget(scope, 'gone');
    await server.kill();
    await expectOutage(keys);
    await server.bringBack();
    await eventually(async () => expect(await keys.obtain(scope, 'p', 'name')).toEqual(key));
    expect(await keys.secret(scope, 's')).toEqual(secret);
    expect(await keys.obtain(scope, 'gone', 'name')).toBe('forgotten');
  });

  it('killed while minting and forgetting, every answer that was given still holds', async () => {
    const minted = new Map<string, DataKey | 'forgotten'>();
    const forgotten: string[] = [];
    let away = false;
    const work = async (worker: number) => {
      for (let each = 0; !away; each += 1) {
        const subject = `p-${String(worker)}-${String(each)}`;
        minted.set(subject, await keys.obtain(scope, subject, 'name'));
        if (each % 2 === 0) continue;
        await keys.forget(scope, subject);
        forgotten.push(subject);
      }
    };
    const workers = [0, 1, 2, 3].map((worker) => work(worker).catch((error: unknown) => error));
    await eventually(() => expect(forgotten.length).toBeGreaterThan(20));
    await server.kill();
    away = true;
    for (const outcome of await Promise.all(workers))
      if (outcome !== undefined) expect(outcome).toBeInstanceOf(Unavailable);
    await server.bringBack();
    await eventually(async () => expect(await keys.find(scope, 'p-0-0', 'name')).toEqual(minted.get('p-0-0')));
    for (const subject of forgotten) expect(await keys.obtain(scope, subject, 'name')).toBe('forgotten');
    // Where the kill came between minting and forgetting, either may be found.
    const unsure = (subject: string) => /[13579]$/.test(subject);
    for (const [subject, key] of minted)
      if (!unsure(subject)) expect(await keys.find(scope, subject, 'name')).toEqual(key);
  });
});
