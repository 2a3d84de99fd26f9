import { readAll } from './pages.js';

describe('a list that is read to its end', () => {
  it('asks for each page behind the one before, once', async () => {
    const asked: (string | undefined)[] = [];
    const pages = { first: { items: [1, 2], next: 'a' }, a: { items: [3], next: 'b' }, b: { items: [], next: null } };
    const read = ({ cursor }: { readonly cursor?: string }) => {
      asked.push(cursor);
      return Promise.resolve(pages[(cursor ?? 'first') as keyof typeof pages]);
    };
    expect(await readAll(read)).toEqual({ items: [1, 2, 3], next: null });
    expect(asked).toEqual([undefined, 'a', 'b']);
  });
});
