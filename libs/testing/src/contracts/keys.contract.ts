import { KeyConflict, type KeyRecord, type Keys, type KeyVault, type TenantScope } from '@lotsennetz/kernel';
import { useHarness, unique, type InUse, type MakeHarness } from './harness.js';
import { kreuztal, siegen } from './rows-under-test.js';

/** What every key store promises; run by each adapter and by the fake. */
export function keysContract(name: string, make: MakeHarness<KeyVault>): void {
  describe(`keys contract: ${name}`, () => {
    const stores = useHarness(make);
    minting(stores);
    forgetting(stores);
    secrets(stores);
    carrying(stores);
  });
}

function minting(stores: InUse<KeyVault>): void {
  it('mints one key of 32 bytes and stays with it, over a restart too', async () => {
    const keys = await stores.open();
    const subject = unique('p');
    const key = await keys.obtain(siegen, subject, 'name');
    expect(key).toHaveLength(32);
    expect(await keys.obtain(siegen, subject, 'name')).toEqual(key);
    expect(await keys.find(siegen, subject, 'name')).toEqual(key);
    const reopened = await stores.restart();
    expect(await reopened.find(siegen, subject, 'name')).toEqual(key);
    expect(await reopened.obtain(siegen, subject, 'name')).toEqual(key);
  });

  it('whoever asks at once gets the same key, through one handle or several', async () => {
    const handles = [await stores.open(), await stores.open()];
    const subject = unique('p');
    const asked = handles.flatMap((keys) => Array.from({ length: 8 }, () => keys.obtain(siegen, subject, 'contact')));
    const [first, ...others] = await Promise.all(asked);
    for (const key of others) expect(key).toEqual(first);
  });

  it('finds nothing where nothing was minted', async () => {
    const keys = await stores.open();
    const subject = unique('p');
    await keys.obtain(siegen, subject, 'name');
    expect(await keys.find(siegen, subject, 'contact')).toBeUndefined();
    expect(await keys.find(kreuztal, subject, 'name')).toBeUndefined();
    expect(await keys.find(siegen, unique('p'), 'name')).toBeUndefined();
  });

  it('tenants, subjects and purposes each have a key of their own', async () => {
    const keys = await stores.open();
    const [a, b] = [unique('p'), unique('p')];
    const minted = await Promise.all([
      keys.obtain(siegen, a, 'name'),
      keys.obtain(siegen, a, 'note'),
      keys.obtain(siegen, b, 'name'),
      keys.obtain(kreuztal, a, 'name'),
    ]);
    expect(new Set(minted.map((key) => key.toString('hex'))).size).toBe(4);
  });

  it('throws without a scope', async () => {
    const keys = await stores.open();
    const missing = undefined as never;
    await expect(keys.obtain(missing, 'p', 'name')).rejects.toThrow(TypeError);
    await expect(keys.find(missing, 'p', 'name')).rejects.toThrow(TypeError);
    await expect(keys.forget(missing, 'p')).rejects.toThrow(TypeError);
    await expect(keys.secret(missing, 'p')).rejects.toThrow(TypeError);
  });
}

function forgetting(stores: InUse<KeyVault>): void {
  const expectForgotten = async (keys: Keys, subject: string, scope: TenantScope = siegen) => {
    expect(await keys.find(scope, subject, 'name')).toBeUndefined();
    expect(await keys.obtain(scope, subject, 'name')).toBe('forgotten');
    expect(await keys.obtain(scope, subject, 'background')).toBe('forgotten');
  };

  it('a forgotten subject stays forgotten, over a restart too', async () => {
    const keys = await stores.open();
    const subject = unique('p');
    await keys.obtain(siegen, subject, 'name');
    await keys.forget(siegen, subject);
    await keys.forget(siegen, subject);
    await expectForgotten(keys, subject);
    await expectForgotten(await stores.restart(), subject);
  });

  it('a subject can be forgotten before anything was minted', async () => {
    const keys = await stores.open();
    const subject = unique('p');
    await keys.forget(siegen, subject);
    await expectForgotten(keys, subject);
  });

  it('forgetting one leaves other subjects and other tenants alone', async () => {
    const keys = await stores.open();
    const [gone, kept] = [unique('p'), unique('p')];
    const before = [await keys.obtain(siegen, kept, 'name'), await keys.obtain(kreuztal, gone, 'name')];
    await keys.obtain(siegen, gone, 'name');
    await keys.forget(siegen, gone);
    expect([await keys.find(siegen, kept, 'name'), await keys.find(kreuztal, gone, 'name')]).toEqual(before);
  });

  it('what one handle forgets, another that knew the key no longer finds', async () => {
    const [keys, other] = [await stores.open(), await stores.open()];
    const subject = unique('p');
    await keys.obtain(siegen, subject, 'name');
    expect(await other.find(siegen, subject, 'name')).toBeDefined();
    await keys.forget(siegen, subject);
    await expectForgotten(other, subject);
  });

  it('minting and forgetting at once ends forgotten', async () => {
    const keys = await stores.open();
    const subject = unique('p');
    await Promise.all([keys.obtain(siegen, subject, 'name'), keys.forget(siegen, subject)]);
    await expectForgotten(keys, subject);
  });
}

function secrets(stores: InUse<KeyVault>): void {
  it('a secret is the same for ever, and another for each tenant and name', async () => {
    const keys = await stores.open();
    const name = unique('s');
    const [secret, same, otherName, otherTenant] = await Promise.all([
      keys.secret(siegen, name),
      keys.secret(siegen, name),
      keys.secret(siegen, unique('s')),
      keys.secret(kreuztal, name),
    ]);
    expect(same).toEqual(secret);
    expect([otherName, otherTenant]).not.toContainEqual(secret);
    expect(secret).toHaveLength(32);
    expect(await (await stores.restart()).secret(siegen, name)).toEqual(secret);
  });
}

function carrying(stores: InUse<KeyVault>): void {
  it('shows all it holds, which another store takes in, repeatedly', async () => {
    const keys = await stores.open();
    const [subject, gone, name] = [unique('p'), unique('p'), unique('s')];
    const key = await keys.obtain(siegen, subject, 'name');
    await keys.obtain(kreuztal, gone, 'contact');
    await keys.forget(kreuztal, gone);
    const secret = await keys.secret(siegen, name);
    const records = await Array.fromAsync(keys.records());
    expect(records).toContainEqual({ tenant: siegen.tenant, subject, purpose: 'name', key });
    expect(records).toContainEqual({ tenant: kreuztal.tenant, subject: gone, forgotten: true });
    expect(records).toContainEqual({ tenant: siegen.tenant, name, secret });
    expect(records.filter((each) => 'key' in each && each.subject === gone)).toEqual([]);
    await keys.adopt(records);
    expect(await Array.fromAsync(keys.records())).toHaveLength(records.length);
  });

  it('takes in keys, secrets and tombstones of others, over a restart too', async () => {
    const keys = await stores.open();
    const [subject, gone, name] = [unique('p'), unique('p'), unique('s')];
    await keys.obtain(siegen, gone, 'name');
    const [key, secret] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const { tenant } = siegen;
    await keys.adopt([
      { tenant, subject, purpose: 'note', key },
      { tenant, subject: gone, forgotten: true },
      { tenant, name, secret },
    ]);
    const after = await stores.restart();
    expect(await after.obtain(siegen, subject, 'note')).toEqual(key);
    expect(await after.find(kreuztal, subject, 'note')).toBeUndefined();
    expect(await after.secret(siegen, name)).toEqual(secret);
    expect(await after.obtain(siegen, gone, 'name')).toBe('forgotten');
  });

  it('never brings back who was forgotten', async () => {
    const keys = await stores.open();
    const subject = unique('p');
    await keys.obtain(siegen, subject, 'name');
    const before = (await Array.fromAsync(keys.records())).filter((each) => 'key' in each && each.subject === subject);
    await keys.forget(siegen, subject);
    await keys.adopt(before);
    expect(before).toHaveLength(1);
    expect(await keys.obtain(siegen, subject, 'name')).toBe('forgotten');
  });

  it('refuses a key where it has another one, and all that came with it', async () => {
    const keys = await stores.open();
    const [subject, other, name] = [unique('p'), unique('p'), unique('s')];
    const [key, secret] = [await keys.obtain(siegen, subject, 'name'), await keys.secret(siegen, name)];
    const foreign = Buffer.alloc(32, 3);
    const { tenant } = siegen;
    const first: KeyRecord = { tenant, subject: other, purpose: 'name', key: foreign };
    for (const conflicting of [
      { tenant, subject, purpose: 'name', key: foreign } as const,
      { tenant, name, secret: foreign },
    ])
      await expect(keys.adopt([first, conflicting])).rejects.toThrow(KeyConflict);
    expect(await keys.find(siegen, other, 'name')).toBeUndefined();
    expect([await keys.find(siegen, subject, 'name'), await keys.secret(siegen, name)]).toEqual([key, secret]);
  });
}
