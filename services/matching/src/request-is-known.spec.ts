import { FoldCache, handleCommand, TenantScope } from '@lotsennetz/kernel';
import { FakeClock, fakeIds, MemoryEventStore, MemoryKeys } from '@lotsennetz/testing';
import { recorded } from './example-facts.js';
import { requestIsKnown } from './request-is-known.js';
import { request } from './request/request.stream.js';

describe('whether there ever was a request', () => {
  it('is asked of its tenant', async () => {
    const ports = {
      ...{ eventStore: new MemoryEventStore(), keys: new MemoryKeys(), clock: new FakeClock(), ids: fakeIds() },
      folds: new FoldCache(),
    };
    const at = { stream: request, scope: TenantScope.of('siegen'), id: 'r1', command: {} };
    await handleCommand(ports, { ...at, decide: () => [recorded], meta: { actor: 'test', correlationId: 'c1' } });
    expect(await requestIsKnown(ports, { tenant: 'siegen', id: 'r1' })).toBe(true);
    expect(await requestIsKnown(ports, { tenant: 'siegen', id: 'r2' })).toBe(false);
    expect(await requestIsKnown(ports, { tenant: 'olpe', id: 'r1' })).toBe(false);
  });
});
