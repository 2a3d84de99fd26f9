import { FoldCache, loadState, TenantScope } from '@lotsennetz/kernel';
import { FakeClock, fakeIds, MemoryEventStore, MemoryKeys } from '@lotsennetz/testing';
import { createTokenFor, foundTenantNamed, revokeTokenOf } from './index.js';
import { token } from './token/token.stream.js';

const portsInMemory = () => ({
  eventStore: new MemoryEventStore(),
  keys: new MemoryKeys(),
  clock: new FakeClock(),
  ids: fakeIds(),
  folds: new FoldCache(),
});
const siegen = { id: 'siegen', name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;

describe('founding a tenant from the command line', () => {
  it('may be repeated, but not under another name', async () => {
    const ports = portsInMemory();
    await foundTenantNamed(ports, siegen);
    await foundTenantNamed(ports, siegen);
    expect(await ports.eventStore.readAll({})).toHaveLength(1);
    await expect(foundTenantNamed(ports, { ...siegen, name: 'Stadt Netphen' })).rejects.toThrow(RangeError);
  });
  it.each([[{ id: 'Siegen' }], [{ id: 's' }], [{ id: 'siegen_1' }], [{ timeZone: 'Europe/Siegen' }]])(
    'refuses %j',
    async (wrong) => {
      const ports = portsInMemory();
      await expect(foundTenantNamed(ports, { ...siegen, ...wrong })).rejects.toThrow(RangeError);
      expect(await ports.eventStore.readAll({})).toEqual([]);
    },
  );
});

describe('creating a token from the command line', () => {
  it('stores its hash only, and gives another one each time', async () => {
    const ports = portsInMemory();
    const made = [];
    for (const role of ['analyst', 'analyst'] as const)
      made.push(await createTokenFor(ports, { tenant: 'siegen', role }));
    const stored = JSON.stringify(await ports.eventStore.readAll({}));
    for (const { token } of made) {
      expect(token).toMatch(/^lotse_[A-Za-z0-9_-]{43}$/);
      expect(stored).not.toContain(token.slice(6));
    }
    expect(new Set(made.map((each) => each.token)).size).toBe(2);
  });
});

describe('revoking a token from the command line', () => {
  it('may be repeated', async () => {
    const ports = portsInMemory();
    const { tokenId } = await createTokenFor(ports, { tenant: 'siegen', role: 'analyst' });
    await revokeTokenOf(ports, { tenant: 'siegen', tokenId });
    await revokeTokenOf(ports, { tenant: 'siegen', tokenId });
    const { state, revision } = await loadState(ports, token, { scope: TenantScope.of('siegen'), id: tokenId });
    expect([state.status, revision]).toEqual(['revoked', 1]);
  });
  it('refuses a token of another tenant, and one that cannot be', async () => {
    const ports = portsInMemory();
    const { tokenId } = await createTokenFor(ports, { tenant: 'siegen', role: 'analyst' });
    await expect(revokeTokenOf(ports, { tenant: 'kreuztal', tokenId })).rejects.toThrow(RangeError);
    await expect(revokeTokenOf(ports, { tenant: 'siegen', tokenId: 'no such/token' })).rejects.toThrow(RangeError);
  });
});
