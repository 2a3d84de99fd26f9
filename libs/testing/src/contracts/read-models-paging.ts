import type { Query, ReadModels } from '@lotsennetz/kernel';
import type { InUse } from './harness.js';
import { allPages, idsFound, rows, siegen, someCollection } from './rows-under-test.js';

const people = {
  e: { town: 'Siegen', age: 20 },
  a: { town: 'Netphen', age: 30 },
  d: { town: 'Siegen', age: 10 },
  b: { age: 40 },
  c: { town: null, age: 30 },
  f: { town: 'ß', age: 5 },
  g: { town: 'Z', age: -1.5 },
};

const orders: readonly (readonly [string, Partial<Query>, readonly string[]])[] = [
  ['id', {}, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['id, descending', { descending: true }, ['g', 'f', 'e', 'd', 'c', 'b', 'a']],
  ['text: rows without first, ties by id', { orderBy: 'town' }, ['b', 'c', 'a', 'd', 'e', 'g', 'f']],
  ['text, descending', { orderBy: 'town', descending: true }, ['f', 'g', 'e', 'd', 'a', 'c', 'b']],
  ['numbers', { orderBy: 'age' }, ['g', 'f', 'd', 'e', 'a', 'c', 'b']],
  ['numbers, descending', { orderBy: 'age', descending: true }, ['b', 'c', 'a', 'e', 'd', 'f', 'g']],
  ['a field no row has', { orderBy: 'nothing' }, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['numbers, filtered', { orderBy: 'age', filter: { town: 'Siegen' } }, ['d', 'e']],
];

export function ordersAndPages(models: InUse<ReadModels>, indexes: readonly string[]): void {
  it.each(orders)(
    `orders by %s, in pages of any size (indexes: ${indexes.join(', ') || 'none'})`,
    async (_, query, expected) => {
      const readModels = await models.open();
      const collection = await someCollection(readModels, indexes);
      await readModels.commit(rows(collection, people));
      expect(await idsFound(readModels, collection, query)).toEqual(expected);
      for (const limit of [1, 2, 3, 7])
        expect(await allPages(readModels, collection, { ...query, limit })).toEqual(expected);
    },
  );
}

export function cursors(models: InUse<ReadModels>): void {
  it('a full last page has no next', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    await readModels.commit(rows(collection, { a: {}, b: {} }));
    expect(await readModels.query(collection, siegen, { limit: 2 })).not.toHaveProperty('next');
    expect(await readModels.query(collection, siegen, { limit: 1 })).toHaveProperty('next');
  });

  it.each([{}, { orderBy: 'rank' }, { orderBy: 'rank', descending: true }])(
    'rows that come and go while somebody pages neither repeat nor hide others: %j',
    async (order) => {
      const readModels = await models.open();
      const collection = await someCollection(readModels, ['rank']);
      const before = Array.from({ length: 20 }, (_, index) => [
        `p${String(index * 10).padStart(3, '0')}`,
        { rank: index >> 1 },
      ]);
      await readModels.commit(rows(collection, Object.fromEntries(before) as Record<string, object>));
      let inserted = 0;
      const ids = await allPages(readModels, collection, { ...order, limit: 3 }, async () => {
        inserted += 1;
        await readModels.commit(
          rows(collection, { [`p${String(inserted * 7).padStart(3, '0')}x`]: { rank: inserted % 10 } }),
        );
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(before.map(([id]) => id)));
    },
  );

  it('a cursor outlives its row and a restart', async () => {
    const collection = await someCollection(await models.open(), ['rank']);
    const readModels = await models.restart();
    await readModels.commit(rows(collection, { a: { rank: 1 }, b: { rank: 2 }, c: { rank: 3 } }));
    const query = { orderBy: 'rank', limit: 2 };
    const { next } = await readModels.query(collection, siegen, query);
    await readModels.commit(rows(collection, { b: null }));
    const reopened = await models.restart();
    expect(await idsFound(reopened, collection, { ...query, cursor: next })).toEqual(['c']);
  });

  it.each(['', 'x', 'W10', '%', '[]', 'null', 'eyJhIjoxfQ', '😀', 'A'.repeat(5000)])(
    'the cursor %j is invalid',
    async (cursor) => {
      const readModels = await models.open();
      const query = readModels.query(await someCollection(readModels), siegen, { limit: 1, cursor });
      await expect(query).rejects.toMatchObject({ code: 'invalid-cursor' });
    },
  );

  it('a cursor of another filter or order is invalid', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels);
    await readModels.commit(rows(collection, { a: { n: 1 }, b: { n: 1 } }));
    const query = { filter: { n: 1 }, orderBy: 'n', limit: 1 };
    const { next: cursor } = await readModels.query(collection, siegen, query);
    for (const other of [{ filter: { n: { gt: 0 } } }, { filter: {} }, { orderBy: 'm' }, { descending: true }])
      await expect(readModels.query(collection, siegen, { ...query, ...other, cursor })).rejects.toMatchObject({
        code: 'invalid-cursor',
      });
    expect(await idsFound(readModels, collection, { ...query, limit: 5, cursor })).toEqual(['b']);
  });

  it.each([0, 1001, 1.5, -1])('refuses a page of %d rows', async (limit) => {
    const readModels = await models.open();
    await expect(readModels.query(await someCollection(readModels), siegen, { limit })).rejects.toThrow(RangeError);
  });
}
