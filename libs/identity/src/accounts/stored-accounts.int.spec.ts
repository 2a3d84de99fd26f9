import { platformScope, sealText } from '@lotsennetz/platform';
import { FakeClock, MemoryKeys, MemoryReadModels } from '@lotsennetz/testing';
import { Accounts } from './accounts.js';
import { AddressKeys } from './address-keys.js';
import { hashRecoveryCode } from './second-factor.js';
import { StoredAccounts } from './stored-accounts.js';

const email = 'rosa@example.org';
const password = 'drei Enten auf dem Dach';
const name = 'Rosa Nassauer';

/** A platform with secrets of its own, or with those of another. */
async function platform(keys = new MemoryKeys()) {
  const [documents, clock] = [new MemoryReadModels(), new FakeClock('2026-03-02T08:00:00.000Z')];
  const accounts = new Accounts(documents, keys, clock);
  await accounts.open();
  const stored = new StoredAccounts({ documents, keys, accounts, addresses: new AddressKeys(documents, keys) });
  const signsIn = async (secret: string) => accounts.isPassword(await accounts.subOf(email), secret);
  return { accounts, stored, keys, signsIn };
}
type Platform = Awaited<ReturnType<typeof platform>>;

describe('accounts that are carried to a platform with other secrets', () => {
  let old: Platform;
  let target: Platform;
  let identity: string;
  const carry = async () => target.stored.takeIn(await old.stored.carried(new Set([identity])));

  beforeEach(async () => {
    [old, target] = [await platform(), await platform()];
    const sub = await old.accounts.subOf(email);
    identity = await old.accounts.setPassword(sub, password, name);
    await giveFactor(old, sub);
    await old.accounts.setPassword(await old.accounts.subOf('emre@example.org'), password);
  });

  it('are found by the same address, with password, name and second factor, and stay the same person', async () => {
    expect(await target.signsIn(password)).toBe(false);
    await carry();
    expect(await target.signsIn(password)).toBe(true);
    const account = await target.accounts.find(await target.accounts.subOf(email));
    expect(account?.identity).toBe(identity);
    expect(await target.accounts.nameOf(account!)).toBe(name);
    expect(await target.accounts.useCode(account!.sub, 'abcd-efgh-jkmn')).toBe(true);
    expect(await target.accounts.useCode(account!.sub, 'abcd-efgh-jkmn')).toBe(false);
    expect(await old.signsIn(password)).toBe(true);
  });

  it('are those that were asked for, and no other', async () => {
    await carry();
    expect(await Array.fromAsync(target.accounts.records())).toMatchObject([{ identity }]);
  });

  it('carried again bring no old password back, and end like all others', async () => {
    await carry();
    const sub = await target.accounts.subOf(email);
    await target.accounts.setPassword(sub, 'vier Enten auf dem Dach');
    await carry();
    expect([await target.signsIn(password), await target.signsIn('vier Enten auf dem Dach')]).toEqual([false, true]);
    await target.stored.removeOf(identity);
    expect(await target.signsIn('vier Enten auf dem Dach')).toBe(false);
  });

  it('leave an account that was made there as it is', async () => {
    await target.accounts.setPassword(await target.accounts.subOf(email), 'ein anderes Dach');
    await carry();
    expect([await target.signsIn(password), await target.signsIn('ein anderes Dach')]).toEqual([false, true]);
  });

  it('are found after a backup too, and carried on to a third platform', async () => {
    await carry();
    const restored = await platform(target.keys);
    await restored.stored.adopt(target.stored.records());
    expect(await restored.signsIn(password)).toBe(true);
    const third = await platform();
    await third.stored.takeIn(await restored.stored.carried(new Set([identity])));
    expect(await third.signsIn(password)).toBe(true);
  });
});

/** As somebody who has set it up. */
async function giveFactor({ accounts, keys }: Platform, sub: string): Promise<void> {
  const account = await accounts.find(sub);
  const secret = sealText(
    await keys.secret(platformScope, 'accounts'),
    `${sub} totp`,
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  );
  const recoveryCodes = [hashRecoveryCode('abcd-efgh-jkmn')];
  await accounts.keep({
    ...account!,
    secondFactor: { secret, enrolledAt: account!.createdAt, lastStep: 0, recoveryCodes },
  });
}
