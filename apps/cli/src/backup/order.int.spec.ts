import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from '@lotsennetz/suite';
import { MemoryEventStore, MemoryReadModels } from '@lotsennetz/testing';
import { endsOf } from './backup.js';

/** What Nest's @EventPattern leaves on a method: the topics it reads. */
const pattern = 'microservices:pattern';

function topicsRead(controller: object): readonly string[] {
  const { prototype } = controller as { readonly prototype: Readonly<Record<string, object>> };
  return Object.getOwnPropertyNames(prototype).flatMap(
    (name) => (Reflect.getMetadata(pattern, prototype[name] ?? {}) as readonly string[] | undefined) ?? [],
  );
}

/**
 * What goes back to registration. Acknowledgements of an erasure: repeating one is harmless, and an order whose effect
 * is not in the backup is delivered again after the restore. Parts of an export: each is kept once, and who asks again
 * gets a new one. Acquaintances: what is delivered again changes nothing, and one whose confirmation is not in the backup
 * is replaced or ended with its request. So these may be read against the order.
 */
const readBack = ['WhenServiceForgotNoteIt', 'WhenServicesGatheredKeepParts', 'WhenPlacementChangedAcquaint'];

describe('the order of a backup', () => {
  it('is right because a service reads only those before it in the suite, or itself', () => {
    const read = services.map(({ controllers }) => [
      ...new Set(controllers.filter(({ name }) => !readBack.includes(name)).flatMap(topicsRead)),
    ]);
    expect(services.flatMap(({ controllers }) => controllers.map(({ name }) => name))).toEqual(
      expect.arrayContaining(readBack),
    );
    expect(read.flat().length).toBeGreaterThan(5);
    const order = services.map(({ name }) => name);
    for (const [place, topics] of read.entries())
      expect(topics.filter((topic) => !order.slice(0, place + 1).includes(topic))).toEqual([]);
  });

  it('takes readers before those they read, and of each what is done before what is recorded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    const taken: string[] = [];
    const ports = (service: string) => {
      const [eventStore, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
      const [head, scan] = [eventStore.head.bind(eventStore), readModels.scan.bind(readModels)];
      eventStore.head = () => (taken.push(`${service} recorded`), head());
      readModels.scan = (collection) => (taken.push(`${service} done`), scan(collection));
      return { eventStore, readModels };
    };
    await endsOf({ ports }, folder);
    rmSync(folder, { recursive: true });
    expect([...new Set(taken)]).toEqual(
      services.toReversed().flatMap(({ name }) => [`${name} done`, `${name} recorded`]),
    );
  });
});
