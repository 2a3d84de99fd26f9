import { LedgerMissing, TenantScope, type Instant } from '@lotsennetz/kernel';
import { describeWithServer, eventually, findServer, keysOver, mongoServer, unique } from '@lotsennetz/testing';
import { openMongoKeyStore } from './mongo-key-store.js';
import { openMongoLedger } from './mongo-ledger.js';

const siegen = TenantScope.of('siegen');
const at = '2026-11-22T10:00:00.000Z' as Instant;

describeWithServer('the ledger and who was forgotten, in MongoDB', await findServer(mongoServer), (server) => {
  it('keeps every erasure once, with several writers, and is never taken for empty when it is missing', async () => {
    const database = unique('ledger');
    const ledgers = [openMongoLedger(server().url, database), openMongoLedger(server().url, database)] as const;
    expect(await ledgers[0].exists()).toBe(false);
    await expect(ledgers[0].append([{ ...siegen, subject: 'a', at }])).rejects.toThrow(LedgerMissing);
    await Promise.all(ledgers.map((ledger) => ledger.create()));
    await Promise.all(ledgers.map((ledger) => ledger.append([{ ...siegen, subject: 'a', at }])));
    await ledgers[1].append([{ ...siegen, subject: 'b', at }]);
    const entries = await Array.fromAsync(ledgers[0].entries());
    expect(entries.map(({ tenant, subject }) => `${tenant}/${subject}`).sort()).toEqual(['siegen/a', 'siegen/b']);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  it('whom another process forgets is known within five seconds, and refused to an append at once', async () => {
    const database = unique('keys');
    const [here, there] = [1, 2].map(() => keysOver(openMongoKeyStore(server().url, database))) as [
      ReturnType<typeof keysOver>,
      ReturnType<typeof keysOver>,
    ];
    await here.obtain(siegen, 'p', 'name');
    const { mark } = here.forgottenSince();
    await there.forget(siegen, 'p');
    await expect(here.refuseForgotten(siegen, ['p'])).rejects.toMatchObject({ code: 'subject-forgotten' });
    const since = performance.now();
    await eventually(() => {
      const { subjects } = here.forgottenSince(mark);
      expect(subjects).toEqual([{ tenant: 'siegen', subject: 'p' }]);
    });
    expect(performance.now() - since).toBeLessThan(5_000);
    await Promise.all([here.close(), there.close()]);
  });
});
