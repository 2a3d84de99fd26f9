import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayAt, systemClock } from '@lotsennetz/kernel';
import { readConfig, serve } from '@lotsennetz/platform';
import { foundTenantNamed, services } from '@lotsennetz/suite';
import { createToken } from './create-token.js';

describe('tokens made on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const config = readConfig({
    PORT: '0',
    LOTSENNETZ_DATA: join(folder, 'data'),
    LOTSENNETZ_KEYRING: join(folder, 'keyring'),
  });
  const today = dayAt(systemClock.now(), 'Europe/Berlin');
  const wanted = { tenant: 'siegen', role: 'analyst' };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('end in a year, or earlier where a day is named', async () => {
    const deployment = await serve({ config, services });
    try {
      const { access } = deployment.service('registration');
      const siegen = { id: 'siegen', name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
      await foundTenantNamed(deployment.service('registration'), siegen);
      await deployment.settled();
      const { token: usual } = await createToken(config, wanted);
      const { token: short } = await createToken(config, { ...wanted, until: addDays(today, 7) });
      await access.catchUp();
      expect(access.token(usual)?.validUntil).toBe(addDays(today, 365));
      expect(access.token(short)?.validUntil).toBe(addDays(today, 7));
    } finally {
      await deployment.close();
    }
  }, 60_000);

  it.each([addDays(today, -1), addDays(today, 366), 'tomorrow'])('are not made for %s', async (until) => {
    await expect(createToken(config, { ...wanted, until })).rejects.toThrow(RangeError);
  });
});
