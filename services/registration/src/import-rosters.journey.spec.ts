import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

const header = 'Vorname;Nachname;E-Mail;Interesse seit;Status\n';

describe('importing rosters', () => {
  let platform: TestDeployment;
  let token: string;
  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    token = (await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
  });
  afterAll(() => platform.close());

  const send = (csv: string) => platform.call('POST', '/registration/siegen/imports/volunteers', { token, csv });
  async function imported(csv: string): Promise<void> {
    const { status, body } = await send(csv);
    expect(status).toBe(202);
    await platform.eventually(async () =>
      expect((await platform.call('GET', `/registration/siegen/imports/${body.id}`, { token })).body.state).toBe(
        'done',
      ),
    );
    await platform.settled();
  }
  const found = async (q: string) =>
    (await platform.call('GET', `/registration/siegen/volunteers?q=${q}&limit=200`, { token })).body.items;

  it('of many hundred people takes each once, also from a corrected file', async () => {
    const line = (index: number) => `Kim;Viele${index};kim${index}@example.org;06.01.2015;\n`;
    const lines = Array.from({ length: 600 }, (_, index) => line(index));
    await imported(header + lines.join(''));
    await imported(header + lines.join('') + line(600));
    const stored = await platform.service('registration').eventStore.readAll({
      categories: ['registration.volunteer'],
      limit: 5_000,
    });
    expect(stored.filter((event) => event.type === 'InterestRegistered')).toHaveLength(601);
    expect(stored.filter((event) => event.type === 'VolunteerAccepted')).toHaveLength(601);
  });

  it('accepts on the day of the interest, unless the roster says interested', async () => {
    await imported(
      `${header}Ada;Status;ada@example.org;06.01.2015;aktiv\nBea;Status;bea@example.org;07.01.2015;interessiert\n`,
    );
    const shown = (await found('status')).map((item: { status: string; statusSince: string }) => [
      item.status,
      item.statusSince,
    ]);
    expect(shown).toEqual([
      ['active', '2015-01-06'],
      ['interested', '2015-01-07'],
    ]);
  });

  it('refuses the same person twice, and an interest of tomorrow, and writes nothing', async () => {
    const before = await platform.service('registration').eventStore.head();
    const answer = await send(
      `${header}Cleo;Doppelt;cleo@example.org;06.01.2015;\nDora;Morgen;dora@example.org;31.12.2999;\ncleo;DOPPELT;Cleo@example.org;07.01.2015;\n`,
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'import-rejected']);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ line: 3, column: 'Interesse seit', problem: 'lies in the future' }),
      expect.objectContaining({ line: 4, column: 'E-Mail', problem: 'is the same person as line 2' }),
    ]);
    expect(await platform.service('registration').eventStore.head()).toBe(before);
  });

  it('refuses a year of birth that has not come yet', async () => {
    const roster = (year: string) =>
      `Vorname;Nachname;E-Mail;Interesse seit;Geburtsjahr\nGerd;Jahrgang;gerd@example.org;06.01.2015;${year}\n`;
    const answer = await send(roster('2099'));
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [expect.objectContaining({ line: 2, column: 'Geburtsjahr', problem: 'lies in the future' })],
    ]);
    await imported(roster('1971'));
  });

  it('takes a couple that shares an address for two people', async () => {
    await imported(`${header}Eva;Paar;paar@example.org;06.01.2015;\nUwe;Paar;paar@example.org;06.01.2015;\n`);
    const [eva, uwe] = await found('paar');
    expect([eva.possibleDuplicateOf, uwe.possibleDuplicateOf]).toEqual([[uwe.id], [eva.id]]);
  });

  it('refuses an empty file, and takes one without people', async () => {
    expect((await send('')).status).toBeGreaterThanOrEqual(400);
    expect((await send('\n')).body.code).toBe('import-rejected');
    await imported(header);
  });
});
