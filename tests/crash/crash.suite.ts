import type { RecordedEvent } from '@lotsennetz/kernel';
import { PlatformUnderTest } from '../platform-under-test.js';
import { crash, type CrashRun } from './crash-run.js';
import { faultsOf, historiesOf, type History } from './history.js';
import { registrationFaults } from './registration.check.js';
import { matchingLoad } from './matching.load.js';
import { registrationLoad } from './registration.load.js';
import { trainingFaults } from './training.check.js';
import { mailFolderOf, messageFaults } from './messages.check.js';
import { matchingFaults } from './matching.check.js';
import { trainingLoad } from './training.load.js';
import { viewsUnlikeTheirRebuild } from './views.js';

/** The same checks for the short and the long form. */
export function describeCrash(form: {
  readonly kills: number;
  readonly answersEach: number;
  readonly seed: number;
  readonly timeoutMs: number;
}): void {
  describe(`after ${form.kills} kills under load (repeat with LOTSENNETZ_SEED=${form.seed})`, () => {
    const platform = new PlatformUnderTest();
    let run: CrashRun;
    let histories: ReadonlyMap<string, History>;
    beforeAll(async () => {
      run = await crash(platform, {
        ...form,
        clients: 24,
        operations: [...registrationLoad, ...trainingLoad, ...matchingLoad],
      });
      histories = await historiesOf(platform.stores);
      process.stderr.write(summaryOf(run, histories));
    }, form.timeoutMs);
    afterAll(() => platform[Symbol.asyncDispose]());

    it('every command was answered in the end, and none wrongly', () => {
      const { unanswered, acknowledged, wrong } = run.ledger;
      expect({ unanswered, wrong }).toEqual({ unanswered: [], wrong: [] });
      expect(acknowledged.length).toBeGreaterThan(form.kills * 20);
      expect(telling.filter((type) => countOf(histories, type) === 0)).toEqual([]);
    });

    it('every acknowledged event lies in the files, where the answer said', () => {
      const missing = run.ledger.acknowledged.filter(({ command, id, revision, position }) => {
        const event = histories.get(command.service)?.find((each) => each.position === position);
        return !event || event.revision !== revision || (command.alwaysRecords && !isAbout(event, id));
      });
      expect(missing).toEqual([]);
    });

    it('every acknowledged and every imported volunteer is listed, once', async () => {
      expect(await registrationFaults(run)).toEqual([]);
    });

    it('no history has a gap, or a command twice', () => {
      expect([...histories].flatMap(([service, history]) => faultsOf(service, history))).toEqual([]);
    });

    it('no course has more people than seats, no certificate is there twice or missing', () => {
      expect(trainingFaults(histories.get('training') ?? [])).toEqual([]);
    });

    it('nobody has more placements than places, no placement is there twice', () => {
      expect(matchingFaults(histories.get('matching') ?? [])).toEqual([]);
    });

    it('everybody was written to once for each reason', () => {
      expect(run.unsent).toEqual([]);
      expect(messageFaults(histories, mailFolderOf(platform.folder, run.tenant))).toEqual([]);
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

function isAbout({ stream, data }: RecordedEvent, id: string): boolean {
  return stream.endsWith(`_${id}`) || JSON.stringify(data).includes(`"${id}"`);
}

/** Without these the checks would look at nothing. */
const telling = [
  'VolunteerEnrolled',
  'VolunteerPromoted',
  'CertificateIssued',
  'PlacementConfirmed',
  'VisitLogged',
  'MessageSent',
];

function countOf(histories: ReadonlyMap<string, History>, type: string): number {
  return [...histories.values()].flat().filter((event) => event.type === type).length;
}

function summaryOf({ ledger, imports }: CrashRun, histories: ReadonlyMap<string, History>): string {
  const recorded = [...histories].map(([service, events]) => `${service} ${events.length}`);
  const kinds = telling.map((type) => `${type} ${countOf(histories, type)}`);
  const refused = [...ledger.refusals].map(([refusal, times]) => `  ${times} x ${refusal}\n`);
  return [
    `acknowledged: ${ledger.acknowledged.length}; rosters: ${imports.done.length}, cut off ${imports.repeats} times; `,
    `events: ${recorded.join(', ')}; ${kinds.join(', ')}; refused:\n`,
    ...refused,
  ].join('');
}
