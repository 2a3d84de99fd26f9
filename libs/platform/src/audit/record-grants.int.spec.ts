import { day, TenantScope } from '@lotsennetz/kernel';
import { Commands } from '../commands.js';
import { guest, guestList, sign } from '../guest-book.js';
import { startForTest, type TestDeployment } from '../testing.js';
import type { PlacedRecord } from './read-audit.js';
import { readAudit } from './read-audit.js';

const definition = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
  grants: [guest],
} as const;

describe('changes of what somebody may', () => {
  let platform: TestDeployment;
  beforeEach(async () => {
    platform = await startForTest([definition]);
  });
  afterEach(() => platform.close());

  async function records(): Promise<readonly PlacedRecord[]> {
    return Array.fromAsync(readAudit(`${platform.folder}/audit`));
  }
  const signed = (id: string) =>
    new Commands(platform.service('guests')).run(
      { scope: TenantScope.of('siegen'), actor: 'operator', key: id },
      {
        ...{ stream: guest, id, decide: sign },
        command: { type: 'GuestSigned', happenedOn: day('2015-01-06'), data: { name: 'Rosa', town: 'Siegen' } },
      },
    );

  it('are recorded, each once, also over a restart, and without personal data', async () => {
    await signed('a');
    await platform.eventually(async () => expect(await records()).toHaveLength(1));
    await platform.restart();
    await signed('b');
    await platform.eventually(async () => expect(await records()).toHaveLength(2));
    const [first] = await records();
    expect(first?.record).toMatchObject({
      ...{ kind: 'grant', tenant: 'siegen', actor: 'operator', event: 'GuestSigned' },
      stream: 'guests.guest-siegen_a',
    });
    expect(JSON.stringify(await records())).not.toContain('Rosa');
  });
});
