import { pause } from '@lotsennetz/kernel';
import type { PlatformUnderTest } from '../platform-under-test.js';
import type { PlatformProcess } from '../platform-process.js';
import { SeededRandom } from '../seeded-random.js';
import { historyOf } from './history.js';
import { ImportLoad } from './import-load.js';
import { Ledger } from './ledger.js';
import { Load } from './load.js';
import { unsent } from './messages.check.js';
import type { Operation } from './operation.js';

export interface CrashOptions {
  readonly seed: number;
  readonly kills: number;
  /** Most answers before a kill: counted, not timed, so that a slow machine does as much as a fast one. */
  readonly answersEach: number;
  readonly clients: number;
  readonly operations: readonly Operation[];
}

export interface CrashRun {
  readonly platform: PlatformUnderTest;
  readonly ledger: Ledger;
  readonly load: Load;
  readonly imports: ImportLoad;
  readonly tenant: string;
  readonly token: string;
  /** Messages that were neither sent nor given up in the end. */
  readonly unsent: readonly string[];
  /** What the processes logged as warnings and errors. */
  readonly logged: readonly string[];
}

const tenant = 'siegen';

/** Kills a platform under load so many times; at the end one runs that has answered everything and come to rest. */
export async function crash(platform: PlatformUnderTest, options: CrashOptions): Promise<CrashRun> {
  const random = new SeededRandom(options.seed);
  await platform.foundTenant(tenant);
  const token = await platform.createToken(tenant, 'administrator');
  // As `lotsennetz token create` does: the load begins once every service knows the token.
  await platform.start();
  await platform.settled();
  await platform.kill();
  const target = { tenant, token };
  const ledger = new Ledger();
  const load = new Load(ledger, random, options.operations, target);
  const imports = new ImportLoad(target, 120);
  const logged: string[] = [];
  for (let kills = 0; kills < options.kills; kills++) {
    // Now and then it does not even live to be ready.
    if (random.chance(0.1)) await platform.startAndKill(200 + random.below(1_500));
    await live(platform, {
      load,
      imports,
      clients: options.clients,
      answers: random.below(options.answersEach),
      moreMs: random.below(30),
      logged,
    });
  }
  const last = await platform.start();
  await work(last, load, options);
  await load.finish(last);
  await imports.takeIn(last);
  await load.repeatSome(last, 50);
  await platform.settled();
  const waiting = await unsent(() => historyOf(platform.stores, 'notifications'));
  await platform.settled();
  logged.push(last.logged);
  return { platform, ledger, load, imports, ...target, unsent: waiting, logged: logged.filter((text) => text !== '') };
}

/** Work without a kill, so that what takes many steps comes to an end too. */
async function work(platform: PlatformProcess, load: Load, { clients, answersEach }: CrashOptions): Promise<void> {
  const enough = new AbortController();
  const done = load.run(platform, clients, enough.signal);
  await answered(load, load.answered + 2 * answersEach);
  enough.abort();
  await done;
}

async function answered(load: Load, count: number): Promise<void> {
  while (load.answered < count) await pause(2);
}

interface Life {
  readonly load: Load;
  readonly imports: ImportLoad;
  readonly clients: number;
  readonly answers: number;
  /** And then so long, because a kill right after an answer would never hit what comes later. */
  readonly moreMs: number;
  readonly logged: string[];
}

/** One platform from its start to its violent end. */
async function live(
  platform: PlatformUnderTest,
  { load, imports, clients, answers, moreMs, logged }: Life,
): Promise<void> {
  const process = await platform.start();
  const killed = new AbortController();
  const clientsDone = Promise.all([
    load.run(process, clients, killed.signal),
    imports.run(process, killed.signal),
    load.repeatSome(process, 5),
  ]);
  await answered(load, load.answered + answers);
  await pause(moreMs);
  await platform.kill();
  killed.abort();
  await clientsDone;
  logged.push(process.logged);
}
