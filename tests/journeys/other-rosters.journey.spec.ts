import { join } from 'node:path';
import { PlatformUnderTest } from '../platform-under-test.js';
import { unitsPerCourse, writeOtherRosters, type RosterTruth } from './other-rosters.js';

/** Rosters of another programme come in through the command line and are reported right, as of any day, without a change of code. */
describe('rosters nobody has seen before', () => {
  let platform: PlatformUnderTest;
  let truth: RosterTruth;
  let token: string;

  beforeAll(async () => {
    platform = new PlatformUnderTest();
    const { port } = (await platform.start()).http;
    await platform.foundTenant('wolfenbuettel');
    token = await platform.createToken('wolfenbuettel', 'coordinator');
    const folder = join(platform.folder, 'rosters');
    truth = writeOtherRosters(folder, 20_221_231);
    for (const _ of ['first', 'again']) {
      const imported = await platform.cliAs(
        token,
        'import',
        '--tenant',
        'wolfenbuettel',
        '--url',
        `http://127.0.0.1:${port}`,
        '--complete',
        folder,
      );
      if (imported.status !== 0) throw new Error(imported.stderr);
    }
    await platform.settled();
  });
  afterAll(() => platform[Symbol.asyncDispose]());

  const count = (days: readonly string[], asOf: string) => days.filter((day) => day <= asOf).length;

  it.each(['2009-01-01', '2011-06-30', '2015-12-31', '2019-11-03', '2022-11-02', '2026-01-01'])(
    'reports what was true on %s',
    async (asOf) => {
      const { status, stdout, stderr } = await platform.cli(
        'report',
        'integration',
        '--tenant',
        'wolfenbuettel',
        '--as-of',
        asOf,
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const present = truth.interestedSince.filter(({ on }) => on <= asOf);
      const completed = count(truth.completedOn, asOf);
      expect(JSON.parse(stdout)).toMatchObject({
        certificates: { total: count(truth.certifiedOn, asOf) },
        courses: { completed, units: completed * unitsPerCourse, minutes: completed * unitsPerCourse * 90 },
        volunteers: {
          interested: present.filter(({ active }) => !active).length,
          active: present.filter(({ active }) => active).length,
          paused: 0,
          left: 0,
        },
        requests: { received: count(truth.requestedOn, asOf), matched: 0, open: count(truth.requestedOn, asOf) },
      });
    },
  );

  it('writes to nobody about the past', async () => {
    const messages = await platform.process.http.send({
      method: 'GET',
      path: '/notifications/wolfenbuettel/messages',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(JSON.parse(messages.text)).toMatchObject({ items: [] });
  });
});
