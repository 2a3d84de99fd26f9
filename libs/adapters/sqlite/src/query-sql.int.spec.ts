import { DatabaseSync } from 'node:sqlite';
import { encodeCursor, type Query } from '@lotsennetz/kernel';
import { fieldSql } from './filter-sql.js';
import { querySql } from './query-sql.js';

describe('query plans', () => {
  const db = new DatabaseSync(':memory:', { returnArrays: true });
  db.exec('CREATE TABLE view (tenant TEXT, id TEXT, position TEXT, document TEXT, PRIMARY KEY (tenant, id)) STRICT');
  for (const path of ['town', 'course.day'])
    db.exec(`CREATE INDEX "by ${path}" ON view (tenant, ${fieldSql(path)}, id)`);
  afterAll(() => db.close());

  const planOf = (query: Query) => {
    const { text, values } = querySql('view', 'siegen', query);
    return JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values));
  };

  it.each<readonly [string, Partial<Query>, string]>([
    ['equality', { filter: { town: 'Siegen' } }, 'by town (tenant=? AND <expr>=?)'],
    [
      'a range',
      { filter: { 'course.day': { gte: '2015-01-01' } }, orderBy: 'course.day' },
      'by course.day (tenant=? AND <expr>>?)',
    ],
    ['order', { orderBy: 'town' }, 'by town (tenant=?)'],
    ['descending order', { orderBy: 'town', descending: true }, 'by town (tenant=?)'],
    ['order by id', {}, '(tenant=?)'],
  ])('%s uses its index and sorts nothing', (_, query, plan) => {
    expect(planOf({ limit: 10, ...query })).toContain(plan);
    expect(planOf({ limit: 10, ...query })).not.toContain('TEMP B-TREE');
  });

  it('a cursor seeks in the index instead of reading what came before', () => {
    const query = { limit: 10, orderBy: 'town' };
    const cursor = encodeCursor(query, { value: 'Siegen', id: 'a' });
    expect(planOf({ ...query, cursor })).toContain('by town (tenant=? AND <expr>>?)');
  });

  it.each(["x'", 'a..b', '', 'a b', '$.a', 'a"'])('the path %j is refused', (path) => {
    expect(() => querySql('view', 'siegen', { limit: 1, filter: { [path]: 1 } })).toThrow(RangeError);
    expect(() => querySql('view', 'siegen', { limit: 1, orderBy: path })).toThrow(RangeError);
  });
});
