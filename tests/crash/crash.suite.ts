import { PlatformUnderTest } from '../platform-under-test.js';
import { crash, type CrashRun } from './crash-run.js';
import { faultsOf, historiesOf, type History } from './history.js';
import { registrationFaults } from './registration.check.js';
import { registrationLoad } from './registration.load.js';
import { viewsUnlikeTheirRebuild } from './views.js';

/** The same checks for the short and the long form. */
export function describeCrash(form: {
  readonly kills: number;
  readonly lifeMs: number;
  readonly seed: number;
  readonly timeoutMs: number;
}): void {
  describe(`after ${form.kills} kills under load (repeat with LOTSENNETZ_SEED=${form.seed})`, () => {
    const platform = new PlatformUnderTest();
    let run: CrashRun;
    let histories: ReadonlyMap<string, History>;
    beforeAll(async () => {
      run = await crash(platform, { ...form, clients: 24, operations: registrationLoad });
      histories = await historiesOf(platform.stores);
      process.stderr.write(summaryOf(run, histories));
    }, form.timeoutMs);
    afterAll(() => platform[Symbol.asyncDispose]());

    it('every command was answered in the end, and none wrongly', () => {
      const { unanswered, acknowledged, wrong } = run.ledger;
      expect({ unanswered, wrong }).toEqual({ unanswered: [], wrong: [] });
      expect(acknowledged.length).toBeGreaterThan(form.kills * 20);
    });

    it('every acknowledged event lies in the files, where the answer said', () => {
      const missing = run.ledger.acknowledged.filter(({ command, id, revision, position }) => {
        const event = histories.get(command.service)?.find((each) => each.position === position);
        return !event || event.revision !== revision || !event.stream.endsWith(`_${id}`);
      });
      expect(missing).toEqual([]);
    });

    it('every acknowledged and every imported volunteer is listed, once', async () => {
      expect(await registrationFaults(run)).toEqual([]);
    });

    it('no history has a gap, or a command twice', () => {
      expect([...histories].flatMap(([service, history]) => faultsOf(service, history))).toEqual([]);
    });

    it('nothing is parked', async () => {
      expect(await platform.cli('parked', 'list')).toMatchObject({ status: 0, stdout: '' });
    });

    it('the processes logged nothing wrong', () => {
      expect(run.logged).toEqual([]);
    });

    it('ends when told, and every view equals its rebuild', async () => {
      expect(await platform.stop()).toBe(0);
      expect(await viewsUnlikeTheirRebuild(platform.stores)).toEqual([]);
      const { stdout } = await platform.cli('rebuild', 'volunteer-directory');
      expect(stdout).toContain('equal to');
    }, 60_000);
  });
}

function summaryOf({ ledger, imports }: CrashRun, histories: ReadonlyMap<string, History>): string {
  const recorded = [...histories].map(([service, events]) => `${service} ${events.length}`);
  const refused = [...ledger.refusals].map(([refusal, times]) => `  ${times} x ${refusal}\n`);
  return [
    `acknowledged: ${ledger.acknowledged.length}; rosters: ${imports.done.length}, cut off ${imports.repeats} times; `,
    `events: ${recorded.join(', ')}; refused:\n`,
    ...refused,
  ].join('');
}
