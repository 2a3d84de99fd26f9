import { randomUUID } from 'node:crypto';
import type { Change, ReadModels } from '@lotsennetz/kernel';
import type { InUse } from './harness.js';
import { at, idsFound, kreuztal, rows, scanned, siegen, someCollection } from './rows-under-test.js';

export function guardsRows(models: InUse<ReadModels>): void {
  it('keeps the row of the later position', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    const write = (position: number, row: object | null) =>
      readModels.commit([{ collection, scope: siegen, id: 'a', row, position: at(position) }]);
    const read = () => readModels.get(collection, siegen, 'a');
    await write(9, { v: 9 });
    await write(8, { v: 8 });
    await write(9, { v: 'again' });
    await write(8, null);
    await write(9, null);
    expect(await read()).toEqual({ id: 'a', row: { v: 9 }, position: at(9) });
    await write(10, { v: 10 });
    expect(await read()).toEqual({ id: 'a', row: { v: 10 }, position: at(10) });
    await write(11, null);
    expect(await read()).toBeUndefined();
  });

  it('answers which rows were kept out, and writes the others', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    const change = (id: string, position: number | undefined, row: object | null = {}) => ({
      ...{ collection, scope: siegen, id, row },
      ...(position === undefined ? {} : { position: at(position) }),
    });
    const first = [change('a', 5), change('b', 5), change('c', 5), change('regardless', undefined)];
    expect(await readModels.commit(first)).toEqual([]);
    const [behind, same, later, other] = [change('a', 4), change('b', 5), change('c', 6), change('new', 1)];
    const regardless = change('regardless', undefined);
    const keptOut = await readModels.commit([behind, later, regardless, same, other, change('a', 3, null)]);
    expect(keptOut).toEqual([behind, same]);
    expect(await readModels.get(collection, siegen, 'c')).toMatchObject({ position: at(6) });
    expect(await readModels.get(collection, siegen, 'new')).toMatchObject({ position: at(1) });
  });

  it('lets one of several that replace the same row through, however many try at once', async () => {
    const reader = await models.open();
    const handles = [reader, await models.open(), await models.open()];
    const collection = await someCollection(reader);
    for (let position = 1; position <= 10; position++) {
      const changes = handles.map((_, by) => ({
        collection,
        scope: siegen,
        id: 'a',
        row: { by },
        position: at(position),
      }));
      const keptOut = await Promise.all(handles.map((handle, by) => handle.commit(changes.slice(by, by + 1))));
      expect(keptOut.filter(({ length }) => length === 0)).toHaveLength(1);
      const winner = keptOut.findIndex(({ length }) => length === 0);
      expect(await reader.get(collection, siegen, 'a')).toMatchObject({ row: { by: winner } });
    }
  });

  it('writes and deletes without a position regardless', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    await readModels.commit([{ collection, scope: siegen, id: 'a', row: { v: 9 }, position: at(9) }]);
    await readModels.commit(rows(collection, { a: { v: 1 } }));
    expect(await readModels.get(collection, siegen, 'a')).toEqual({ id: 'a', row: { v: 1 }, position: '' });
    await readModels.commit([{ collection, scope: siegen, id: 'a', row: { v: 2 }, position: at(1) }]);
    await readModels.commit(rows(collection, { a: null, 'never-there': null }));
    expect(await scanned(readModels, collection)).toEqual([]);
  });

  it('hands out copies: changing what was read or written changes nothing stored', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    const row = { list: [1] };
    await readModels.commit(rows(collection, { a: row }));
    row.list.push(2);
    const read = await readModels.get<{ list: number[] }>(collection, siegen, 'a');
    read?.row.list.push(3);
    expect(await readModels.get(collection, siegen, 'a')).toMatchObject({ row: { list: [1] } });
  });
}

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

  it('advancing moves a checkpoint forward, never back', async () => {
    const readModels = await models.open();
    const name = `reader-${randomUUID()}`;
    const seen: (string | undefined)[] = [];
    for (const position of [at(5), at(9), at(7), at(9)]) {
      await readModels.advance(name, position);
      seen.push(await readModels.checkpoint(name));
    }
    expect(seen).toEqual([at(5), at(9), at(9), at(9)]);
  });

  it('of several that advance a new checkpoint at once, the furthest counts', async () => {
    const [one, other] = [await models.open(), await models.open()];
    const name = `reader-${randomUUID()}`;
    await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? one : other).advance(name, at(n))));
    expect(await one.checkpoint(name)).toBe(at(4));
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
