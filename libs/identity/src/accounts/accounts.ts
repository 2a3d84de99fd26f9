import type { Clock, Instant, Keys, ReadModels } from '@lotsennetz/kernel';
import { embeddedIssuer, identityOf, platformScope as scope, sealText, unsealText } from '@lotsennetz/platform';
import { dropProviderDocumentsOf, openProviderDocuments } from '../provider/document-adapter.js';
import { epochOf, type AccountRow } from './account.js';
import { AddressKeys } from './address-keys.js';
import { hashPassword, isPassword } from './password.js';
import { hashRecoveryCode, isRecoveryCode, newRecoveryCodes, totpStep } from './second-factor.js';

const collection = 'accounts';

/** Accounts of the embedded provider. Whoever calls does so in turn for one account. */
export class Accounts {
  private readonly addresses: AddressKeys;

  constructor(
    private readonly documents: ReadModels,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {
    this.addresses = new AddressKeys(documents, keys);
  }

  async open(): Promise<void> {
    await Promise.all([
      this.documents.open(collection, ['identity']),
      this.addresses.open(),
      openProviderDocuments(this.documents),
    ]);
  }

  /** The account id of an address, whether or not there is an account. One that is made here counts before one that came. */
  async subOf(email: string): Promise<string> {
    const [own, ...others] = await this.addresses.subsOf(email);
    if (others.length === 0 || (await this.find(own))) return own;
    for (const sub of others) if (await this.find(sub)) return sub;
    return own;
  }

  async find(sub: string): Promise<AccountRow | undefined> {
    return (await this.documents.get<AccountRow>(collection, scope, sub))?.row;
  }

  async nameOf(account: AccountRow): Promise<string | undefined> {
    return account.name === undefined
      ? undefined
      : unsealText(await this.sealKey(), `${account.sub} name`, account.name);
  }

  /**
   * Makes the account, or gives the one there is a new password; its second factor stays. What was begun with the old one
   * ends at once. Answers whose it is.
   */
  async setPassword(sub: string, password: string, name?: string): Promise<string> {
    const known = await this.find(sub);
    const sealed = name ? { name: sealText(await this.sealKey(), `${sub} name`, name) } : {};
    const identity = identityOf(embeddedIssuer, sub);
    const account = { sub, identity, createdAt: this.clock.now(), ...known, ...sealed };
    await this.saveAnew({ ...account, password: await hashPassword(password) });
    return identity;
  }

  async isPassword(sub: string, password: string): Promise<boolean> {
    return isPassword(password, (await this.find(sub))?.password);
  }

  /** Begins with this secret if the code proves that the device has it, and answers the recovery codes, this once. */
  async enrol(sub: string, secret: string, code: string): Promise<readonly string[] | undefined> {
    const account = await this.find(sub);
    const step = totpStep(code, secret, { now: this.clock.now() });
    if (!account || step === undefined) return undefined;
    const codes = newRecoveryCodes();
    const secondFactor = {
      secret: sealText(await this.sealKey(), `${sub} totp`, secret),
      enrolledAt: this.clock.now(),
      lastStep: step,
      recoveryCodes: codes.map((each) => hashRecoveryCode(each)),
    };
    await this.save({ ...account, secondFactor });
    return codes;
  }

  /** A code of the device or a recovery code. Either is used up by it. */
  async useCode(sub: string, code: string): Promise<boolean> {
    const account = await this.find(sub);
    const factor = account?.secondFactor;
    const secret = factor && unsealText(await this.sealKey(), `${sub} totp`, factor.secret);
    if (!account || !factor || secret === undefined) return false;
    const step = totpStep(code, secret, { now: this.clock.now(), after: factor.lastStep });
    const left = factor.recoveryCodes.filter((stored) => !isRecoveryCode(code, stored));
    if (step === undefined && left.length === factor.recoveryCodes.length) return false;
    const used = step === undefined ? { recoveryCodes: left } : { lastStep: step };
    await this.save({ ...account, secondFactor: { ...factor, ...used } });
    return true;
  }

  /** Drops a second factor that was set up by this moment, and ends what was begun with it. May be repeated. */
  async dropSecondFactor(identity: string, by: Instant): Promise<void> {
    for (const { secondFactor, ...account } of await this.allOf(identity))
      if (secondFactor && secondFactor.enrolledAt <= by) await this.saveAnew(account);
  }

  /** Takes the account of an erased person away. May be repeated. */
  async removeOf(identity: string): Promise<void> {
    const accounts = await this.allOf(identity);
    await this.documents.commit(accounts.map(({ sub }) => ({ collection, scope, id: sub, row: null })));
    for (const { sub } of accounts) await dropProviderDocumentsOf(this.documents, sub);
  }

  /** Every account, in no order. */
  async *records(): AsyncIterable<AccountRow> {
    let cursor: string | undefined;
    do {
      const page = await this.documents.query<AccountRow>(collection, scope, { limit: 500, cursor });
      for (const { row } of page.items) yield row;
      cursor = page.next;
    } while (cursor);
  }

  /** In place of the account of the same id. */
  async keep(account: AccountRow): Promise<void> {
    await this.save(account);
  }

  private async allOf(identity: string): Promise<readonly AccountRow[]> {
    const { items } = await this.documents.query<AccountRow>(collection, scope, { filter: { identity }, limit: 10 });
    return items.map(({ row }) => row);
  }

  private async saveAnew(account: AccountRow): Promise<void> {
    await this.save({ ...account, epoch: epochOf(account) + 1 });
    await dropProviderDocumentsOf(this.documents, account.sub);
  }

  private async save(row: AccountRow): Promise<void> {
    await this.documents.commit([{ collection, scope, id: row.sub, row }]);
  }

  private sealKey(): Promise<Uint8Array> {
    return this.keys.secret(scope, 'accounts');
  }
}
