import { DocumentReader } from './document-reader.js';

describe('documents read by id', () => {
  const stored = new Map(['a', 'b'].map((_id) => [_id, { _id }]));
  let queries: string[][];
  let reader: DocumentReader<{ readonly _id: string }>;
  beforeEach(() => {
    queries = [];
    reader = new DocumentReader((ids) => {
      queries.push([...ids]);
      return Promise.resolve([...stored.values()].filter(({ _id }) => ids.has(_id)));
    });
  });

  it('are one query for all that is asked for in one turn', async () => {
    const found = await Promise.all(['a', 'b', 'a', 'missing'].map((id) => reader.read(id)));
    expect(found).toEqual([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, undefined]);
    expect(queries).toEqual([['a', 'b', 'missing']]);
  });

  it('are asked for again in the next', async () => {
    await reader.read('a');
    await reader.read('a');
    expect(queries).toEqual([['a'], ['a']]);
  });

  it('fail for everybody who asked, and for nobody who asks later', async () => {
    let away = true;
    const failing = new DocumentReader(() =>
      away ? Promise.reject(new Error('away')) : Promise.resolve([{ _id: 'a' }]),
    );
    const asked = await Promise.allSettled([failing.read('a'), failing.read('b')]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    expect(await failing.read('a')).toEqual({ _id: 'a' });
  });
});
