import type { Change, ReadModels } from '@lotsennetz/kernel';
import type { InUse } from './harness.js';
import { at, idsFound, kreuztal, rows, scanned, siegen, someCollection } from './rows-under-test.js';

export function commitsAtOnce(models: InUse<ReadModels>): void {
  it('writes all changes and checkpoints, over several collections, and keeps them over a restart', async () => {
    const readModels = await models.open();
    const [one, two] = [await someCollection(readModels), await someCollection(readModels)];
    await readModels.commit([...rows(one, { a: { n: 1 } }), ...rows(two, { b: { n: 2 } })], {
      [one]: at(7),
      relay: at(8),
    });
    const reopened = await models.restart();
    expect(await reopened.get(one, siegen, 'a')).toMatchObject({ row: { n: 1 } });
    expect(await idsFound(reopened, two, { filter: { n: 2 } })).toEqual(['b']);
    expect([await reopened.checkpoint(one), await reopened.checkpoint('relay')]).toEqual([at(7), at(8)]);
    expect(await reopened.checkpoint('never-set')).toBeUndefined();
  });

  it.each<readonly [string, (collection: string) => Change]>([
    ['a row that cannot be written', (collection) => ({ collection, scope: siegen, id: 'b', row: { big: 1n } })],
    [
      'a collection that is not open',
      (collection) => ({ collection: `${collection}x`, scope: siegen, id: 'b', row: {} }),
    ],
    ['a change without a scope', (collection) => ({ collection, scope: undefined as never, id: 'b', row: {} })],
  ])('writes nothing at all when one change fails: %s', async (_, failing) => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    const changes = [...rows(collection, { a: {} }), failing(collection), ...rows(collection, { c: {} })];
    await expect(readModels.commit(changes, { [collection]: at(1) })).rejects.toThrow();
    expect(await scanned(readModels, collection)).toEqual([]);
    expect(await readModels.checkpoint(collection)).toBeUndefined();
    await readModels.commit(rows(collection, { d: {} }));
    expect(await scanned(readModels, collection)).toEqual([['siegen', 'd']]);
  });

  it('the last of several changes to one row counts', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    await readModels.commit([...rows(collection, { a: { n: 1 } }), ...rows(collection, { a: { n: 2 } })]);
    expect(await readModels.get(collection, siegen, 'a')).toMatchObject({ row: { n: 2 } });
  });

  it('another handle sees what was committed', async () => {
    const [writer, reader] = [await models.open(), await models.open()];
    const collection = await someCollection(writer);
    expect(await reader.get(collection, siegen, 'a')).toBeUndefined();
    await Promise.all([writer.commit(rows(collection, { a: {} })), reader.commit(rows(collection, { b: {} }))]);
    expect(await scanned(reader, collection)).toEqual(await scanned(writer, collection));
    expect(await scanned(reader, collection)).toHaveLength(2);
  });
}

export function separates(models: InUse<ReadModels>): void {
  it('keeps tenants apart', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels, ['n']);
    await readModels.commit([
      ...rows(collection, { a: { n: 1 } }),
      ...rows(collection, { a: { n: 2 }, b: {} }, kreuztal),
    ]);
    expect(await readModels.get(collection, siegen, 'b')).toBeUndefined();
    expect(await readModels.get(collection, kreuztal, 'a')).toMatchObject({ row: { n: 2 } });
    expect([await readModels.count(collection, siegen), await readModels.count(collection, kreuztal)]).toEqual([1, 2]);
    await readModels.commit(rows(collection, { a: null }));
    expect(await scanned(readModels, collection)).toEqual([
      ['kreuztal', 'a'],
      ['kreuztal', 'b'],
    ]);
  });

  it('throws without a scope', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    const missing = undefined as never;
    await expect(readModels.get(collection, missing, 'a')).rejects.toThrow(TypeError);
    await expect(readModels.query(collection, missing, { limit: 1 })).rejects.toThrow(TypeError);
    await expect(readModels.count(collection, missing)).rejects.toThrow(TypeError);
  });

  it('scans by tenant and id, however many rows', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    const ids = Array.from({ length: 1_100 }, (_, index) => `r${String(index).padStart(5, '0')}`);
    const byId = Object.fromEntries(ids.toReversed().map((id) => [id, {}]));
    await readModels.commit([...rows(collection, byId), ...rows(collection, { z: {} }, kreuztal)]);
    expect(await scanned(readModels, collection)).toEqual([['kreuztal', 'z'], ...ids.map((id) => ['siegen', id])]);
  });

  it('opening again keeps the rows and may add an index', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    await readModels.commit(rows(collection, { a: { n: 1 } }));
    await readModels.open(collection, ['n', 'deep.path']);
    expect(await idsFound(readModels, collection, { filter: { n: 1 }, orderBy: 'deep.path' })).toEqual(['a']);
  });

  it('dropping takes the rows and the checkpoint of that name, other collections stay', async () => {
    const readModels = await models.open();
    const [gone, kept] = [await someCollection(readModels, ['n']), await someCollection(readModels)];
    await readModels.commit([...rows(gone, { a: { n: 1 } }), ...rows(kept, { b: {} })], {
      [gone]: at(1),
      [kept]: at(1),
    });
    await readModels.drop(gone);
    await readModels.drop(gone);
    await expect(readModels.get(gone, siegen, 'a')).rejects.toThrow();
    await readModels.open(gone, ['n']);
    expect([await readModels.count(gone, siegen), await readModels.checkpoint(gone)]).toEqual([0, undefined]);
    expect([await readModels.count(kept, siegen), await readModels.checkpoint(kept)]).toEqual([1, at(1)]);
  });
}
