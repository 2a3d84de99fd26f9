import { pause } from '@lotsennetz/kernel';
import { historiesOf, faultsOf } from '../crash/history.js';
import { Ledger } from '../crash/ledger.js';
import { Load } from '../crash/load.js';
import { matchingFaults } from '../crash/matching.check.js';
import { matchingLoad } from '../crash/matching.load.js';
import { mailFolderOf, messageFaults, unsent } from '../crash/messages.check.js';
import { registrationLoad } from '../crash/registration.load.js';
import { trainingFaults } from '../crash/training.check.js';
import { trainingLoad } from '../crash/training.load.js';
import { SeededRandom } from '../seeded-random.js';
import { factFaults, publishedFacts } from './facts.check.js';
import type { Fleet } from './fleet.js';

const tenant = 'siegen';
const never = AbortSignal.any([]);

/** Clients that work on a fleet in the background while it is done ill, and what must be true in the end. */
export class LoadOnFleet {
  readonly ledger = new Ledger();
  private readonly load: Load;

  private constructor(
    private readonly fleet: Fleet,
    readonly token: string,
    seed: number,
  ) {
    const operations = [...registrationLoad, ...trainingLoad, ...matchingLoad];
    this.load = new Load(this.ledger, new SeededRandom(seed), operations, { tenant, token });
  }

  static async on(fleet: Fleet, seed: number): Promise<LoadOnFleet> {
    return new LoadOnFleet(fleet, await fleet.tenant(tenant), seed);
  }

  /** Sends while `harm` is done, and at least so many answers in all. */
  async during(harm: () => Promise<void>, answers = 0, clients = 6): Promise<void> {
    const enough = new AbortController();
    const until = this.load.answered + answers;
    const sending = this.load.run(this.fleet, clients, enough.signal);
    try {
      await harm();
      while (this.load.answered < until) await pause(20, never);
    } finally {
      enough.abort();
      await sending;
    }
  }

  get answered(): number {
    return this.load.answered;
  }

  /** Everything that is wrong once all has come to rest: lost, doubled, out of order, unlike what was answered. */
  async faults(): Promise<readonly string[]> {
    const { stores, folder } = this.fleet.under;
    await this.load.repeatSome(this.fleet, 20);
    await this.fleet.settled();
    const waiting = await unsent(async () => (await historiesOf(stores)).get('notifications') ?? []);
    await this.fleet.settled();
    const histories = await historiesOf(stores);
    const lost = this.ledger.acknowledged.filter(
      ({ command, revision, position }) =>
        histories.get(command.service)?.find((event) => event.position === position)?.revision !== revision,
    );
    return [
      ...this.ledger.wrong,
      ...this.ledger.unanswered.map(({ operation }) => `never answered: ${operation}`),
      ...lost.map(({ command, id }) => `acknowledged and lost: ${command.operation} ${id}`),
      ...waiting.map((each) => `never sent: ${each}`),
      ...[...histories].flatMap(([service, history]) => faultsOf(service, history)),
      ...trainingFaults(histories.get('training') ?? []),
      ...matchingFaults(histories.get('matching') ?? []),
      ...messageFaults(histories, mailFolderOf(folder, tenant)),
      ...factFaults(histories),
    ];
  }

  /** How much there was to lose. */
  async published(): Promise<number> {
    return publishedFacts(await historiesOf(this.fleet.under.stores)).length;
  }
}
