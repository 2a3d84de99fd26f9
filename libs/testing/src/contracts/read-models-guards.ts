import { randomUUID } from 'node:crypto';
import type { ReadModels } from '@lotsennetz/kernel';
import type { InUse } from './harness.js';
import { at, rows, scanned, siegen, someCollection } from './rows-under-test.js';

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

export function advancesCheckpoints(models: InUse<ReadModels>): void {
  it('moves one forward, never back', async () => {
    const readModels = await models.open();
    const name = `reader-${randomUUID()}`;
    const seen: (string | undefined)[] = [];
    for (const position of [at(5), at(9), at(7), at(9)]) {
      await readModels.advance(name, position);
      seen.push(await readModels.checkpoint(name));
    }
    expect(seen).toEqual([at(5), at(9), at(9), at(9)]);
  });

  it('of several that advance a new one at once, the furthest counts', async () => {
    const [one, other] = [await models.open(), await models.open()];
    const name = `reader-${randomUUID()}`;
    await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? one : other).advance(name, at(n))));
    expect(await one.checkpoint(name)).toBe(at(4));
  });
}
