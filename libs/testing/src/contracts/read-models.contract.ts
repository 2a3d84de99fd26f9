import type { ReadModels } from '@lotsennetz/kernel';
import { sharesProgress } from './consumer-replicas.js';
import { useHarness, type MakeHarness } from './harness.js';
import { commitsAtOnce, separates } from './read-models-commits.js';
import { advancesCheckpoints, guardsRows } from './read-models-guards.js';
import { cursors, ordersAndPages } from './read-models-paging.js';
import { difficultText, filters } from './read-models-queries.js';

/** What all read models promise; run by each adapter and by the fake. */
export function readModelsContract(name: string, make: MakeHarness<ReadModels>): void {
  describe(`read models contract: ${name}`, () => {
    const models = useHarness(make);
    // With and without indexes: an index must never change an answer.
    for (const indexes of [[], ['town', 'age', 'active', 'topics', 'course.town']]) {
      filters(models, indexes);
      ordersAndPages(models, indexes);
    }
    difficultText(models);
    cursors(models);
    guardsRows(models);
    describe('advancing a checkpoint', () => advancesCheckpoints(models));
    commitsAtOnce(models);
    separates(models);
    describe('with replicas of a consumer', () => sharesProgress(models));
  });
}
