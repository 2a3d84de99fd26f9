import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { systemClock } from '@lotsennetz/kernel';
import { openDocuments, readConfig, type Config, type IdentityAccounts } from '@lotsennetz/platform';
import { acceptInvitationAs, appointMember, createTokenFor, foundTenantNamed, identity } from '@lotsennetz/suite';
import { letEventsTravel, withStores } from '../stores.js';
import { migrate } from './migrate.js';

describe('a move to other stores', () => {
  let folder: string;
  const config = (name: string) =>
    readConfig({ LOTSENNETZ_DATA: join(folder, name), LOTSENNETZ_KEYRING: join(folder, 'keyring') });
  const accounts = async <Result>(of: Config, work: (of: IdentityAccounts) => Promise<Result>) => {
    const documents = openDocuments(of, 'identity');
    return withStores(of, async ({ shared: { keys } }) =>
      work(await identity.openAccounts({ documents, keys, clock: systemClock })),
    ).finally(() => documents.close());
  };
  const adoptInto = (name: string, row: object) => accounts(config(name), (into) => into.adopt(Readable.from([row])));
  const accountsIn = (name: string) => accounts(config(name), (of) => Array.fromAsync(of.records()));
  const peopleIn = async (name: string) =>
    (await accountsIn(name)).flatMap((row) => ('identity' in row ? [row.identity] : [])).toSorted();
  /** The services learn of it as they do behind a platform that runs. */
  const joined = async (tenant: string, identity: string) => {
    await withStores(config('old'), async (stores) => {
      const ports = stores.commandPorts('registration');
      const person = { givenName: 'Jemand', familyName: 'Beispiel', email: `${identity}@example.org` };
      const { invitation } = await appointMember(ports, { tenant, person, roles: ['trainer'] });
      await acceptInvitationAs(ports, { tenant, invitation, identity });
    });
    await letEventsTravel(config('old'), ['registration']);
  };
  const move = (tenant?: string) =>
    migrate(config('new'), {
      ...{ from: `sqlite:${join(folder, 'old')}`, to: 'configured', onProgress: () => undefined },
      ...(tenant === undefined ? {} : { tenant }),
    });
  const rosa = { sub: 'rosa', identity: 'rosa', createdAt: '2026-03-02T08:00:00.000Z', password: 'argon2id$hash' };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    await withStores(config('old'), async (stores) => {
      const ports = stores.commandPorts('registration');
      const town = { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
      for (const id of ['siegen', 'olpe']) await foundTenantNamed(ports, { id, ...town });
      await createTokenFor(ports, { tenant: 'siegen', role: 'analyst' });
    });
    await adoptInto('old', rosa);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes along how people sign in', async () => {
    expect(await move()).toMatchObject({ accountsLeft: 0 });
    expect(await accountsIn('new')).toEqual([rosa]);
  });

  it('repeated, brings no old password back', async () => {
    await move();
    await adoptInto('new', { ...rosa, password: 'argon2id$newer' });
    await move();
    expect(await accountsIn('new')).toEqual([{ ...rosa, password: 'argon2id$newer' }]);
  });

  it('of one tenant takes along the accounts of who belongs to no other, and they stay where they are', async () => {
    await adoptInto('old', { ...rosa, sub: 'emre', identity: 'emre' });
    await adoptInto('old', { ...rosa, sub: 'ines', identity: 'ines' });
    await joined('siegen', 'rosa');
    for (const tenant of ['siegen', 'olpe']) await joined(tenant, 'ines');
    await joined('olpe', 'emre');
    expect(await move('siegen')).toMatchObject({ accountsLeft: 1 });
    expect(await peopleIn('new')).toEqual(['rosa']);
    expect(await peopleIn('old')).toEqual(['emre', 'ines', 'rosa']);
  });
});
