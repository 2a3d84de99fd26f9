import { pause } from '@lotsennetz/kernel';
import type { PlatformUnderTest } from '../platform-under-test.js';
import { SeededRandom } from '../seeded-random.js';
import { ImportLoad } from './import-load.js';
import { Ledger } from './ledger.js';
import { Load } from './load.js';
import type { Operation } from './operation.js';

export interface CrashOptions {
  readonly seed: number;
  readonly kills: number;
  /** Longest time under load before a kill. */
  readonly lifeMs: number;
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
      lifeMs: 50 + random.below(options.lifeMs),
      logged,
    });
  }
  const last = await platform.start();
  await load.finish(last);
  await imports.takeIn(last);
  await load.repeatSome(last, 50);
  await platform.settled();
  logged.push(last.stderr);
  return { platform, ledger, load, imports, ...target, logged: logged.filter((text) => text !== '') };
}

interface Life {
  readonly load: Load;
  readonly imports: ImportLoad;
  readonly clients: number;
  readonly lifeMs: number;
  readonly logged: string[];
}

/** One platform from its start to its violent end. */
async function live(platform: PlatformUnderTest, { load, imports, clients, lifeMs, logged }: Life): Promise<void> {
  const process = await platform.start();
  const killed = new AbortController();
  const clientsDone = Promise.all([
    load.run(process, clients, killed.signal),
    imports.run(process, killed.signal),
    load.repeatSome(process, 5),
  ]);
  await pause(lifeMs, AbortSignal.any([]));
  await platform.kill();
  killed.abort();
  await clientsDone;
  logged.push(process.stderr);
}
