import { addDays, dayAt, systemClock, TenantScope, type Clock, type Instant } from '@lotsennetz/kernel';
import { Commands, ViewReader } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';
import { RetentionClock } from './run-retention-clock/retention-clock.js';

describe('the retention clock', () => {
  let platform: TestDeployment;
  let administrator: string;
  let now: Instant = systemClock.now();
  const clock: Clock = { now: () => now };
  const today = dayAt(now, 'Europe/Berlin');
  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, path, { body, token: administrator });

  const strike = async () => {
    const runtime = platform.service('registration');
    const atThatTime = Object.create(runtime, { clock: { value: clock } }) as typeof runtime;
    await platform.settled();
    await new RetentionClock(atThatTime, new ViewReader(runtime), new Commands(runtime)).strike();
    await platform.settled();
  };
  const volunteer = async (phone: string, ...steps: readonly (readonly [string, string])[]) => {
    const interest = { givenName: 'Rosa', familyName: 'Nassauer', phone, interestedSince: steps[0]?.[1] };
    const { body } = await call('POST', '/registration/siegen/volunteers', interest);
    for (const [step, on] of steps.slice(1))
      await call('POST', `/registration/siegen/volunteers/${body.id}/${step}`, { on });
    return body.id as string;
  };
  const erasures = async (status: string) =>
    (await call('GET', `/registration/siegen/erasures?status=${status}`)).body.items as {
      id: string;
      carryOutOn: string;
    }[];
  const people = { declined: '', left: '', lately: '', active: '', back: '' };

  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    administrator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
    people.declined = await volunteer('0271 5550001', ['', '2015-01-06'], ['decline', '2015-02-06']);
    people.left = await volunteer(
      '0271 5550002',
      ['', '2015-01-06'],
      ['accept', '2015-02-06'],
      ['leave', '2015-05-06'],
    );
    people.lately = await volunteer('0271 5550003', ['', '2015-01-06'], ['leave', addDays(today, -30)]);
    people.active = await volunteer('0271 5550004', ['', '2015-01-06'], ['accept', '2015-02-06']);
    people.back = await volunteer('0271 5550005', ['', '2015-01-06'], ['leave', '2015-05-06']);
  });
  afterAll(() => platform.close());

  it('proposes whose time is over, and nobody else', async () => {
    await strike();
    const proposed = await erasures('proposed');
    expect(new Set(proposed.map(({ id }) => id))).toEqual(new Set([people.declined, people.left, people.back]));
    expect(proposed[0]?.carryOutOn).toBe(addDays(today, 30));
    await strike();
    expect(await erasures('proposed')).toHaveLength(3);
  });

  it('keeps whom somebody still needs', async () => {
    const objection = { reason: 'comes-back' };
    expect((await call('POST', `/registration/siegen/erasures/${people.left}/objection`, objection)).status).toBe(200);
    await strike();
    expect((await erasures('objected')).map(({ id }) => id)).toEqual([people.left]);
  });

  it('keeps who has come back since it was proposed, and starts from the new beginning when they leave again', async () => {
    const step = (name: string) => call('POST', `/registration/siegen/volunteers/${people.back}/${name}`, {});
    expect((await step('accept')).status).toBe(200);
    await strike();
    expect(new Set((await erasures('objected')).map(({ id }) => id))).toEqual(new Set([people.left, people.back]));
    expect((await step('leave')).status).toBe(200);
    await strike();
    expect((await erasures('proposed')).map(({ id }) => id)).toEqual([people.declined]);
  });

  it('waits for the grace period, then forgets', async () => {
    expect(await erasures('ordered')).toEqual([]);
    now = `${addDays(today, 30)}T12:00:00.000Z` as Instant;
    await strike();
    expect((await erasures('ordered')).map(({ id }) => id)).toEqual([people.declined]);
    const { keys } = platform.service('registration');
    expect(await keys.find(TenantScope.of('siegen'), people.declined, 'name')).toBeUndefined();
    expect(await keys.find(TenantScope.of('siegen'), people.left, 'name')).toBeDefined();
  });
});
