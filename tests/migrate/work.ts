import { pause } from '@lotsennetz/kernel';
import { Ledger } from '../crash/ledger.js';
import { Load, type Target } from '../crash/load.js';
import { matchingLoad } from '../crash/matching.load.js';
import { registrationLoad } from '../crash/registration.load.js';
import { trainingLoad } from '../crash/training.load.js';
import type { PlatformProcess } from '../platform-process.js';
import { SeededRandom } from '../seeded-random.js';

/** A platform's everyday work, until so many requests are answered. */
export async function work(
  platform: PlatformProcess,
  target: Target,
  { seed, answers }: { readonly seed: number; readonly answers: number },
): Promise<void> {
  const operations = [...registrationLoad, ...trainingLoad, ...matchingLoad];
  const load = new Load(new Ledger(), new SeededRandom(seed), operations, target);
  const enough = new AbortController();
  const clients = load.run(platform, 12, enough.signal);
  while (load.answered < answers) await pause(5);
  enough.abort();
  await clients;
}
