import { databaseOf } from './mongo-address.js';

describe('the address of MongoDB', () => {
  it.each([
    ['mongodb://127.0.0.1:27017', 'lotsennetz-training'],
    ['mongodb://a:1,b:2/?replicaSet=rs0', 'lotsennetz-training'],
    ['mongodb://user:p%40ss@a,b,c/county?authSource=admin', 'county-training'],
    ['mongodb+srv://cluster.example.org/county', 'county-training'],
  ])('%s leads to %s', (address, database) => {
    expect(databaseOf(address, 'training')).toBe(database);
  });

  it.each([
    'mongodb:',
    'mongodb://',
    'http://host/x',
    'mongodb://host/a.b',
    'mongodb://host/$x',
    `mongodb://h/${'x'.repeat(39)}`,
  ])('%s is refused', (address) => {
    expect(() => databaseOf(address, 'training')).toThrow(RangeError);
  });

  it('is refused without its password', () => {
    for (const address of ['mongodb://user:secret@host/a b', 'mongodb://user:secret@'])
      expect(() => databaseOf(address, 'training')).toThrow(/^(?!.*secret)/);
    expect(() => databaseOf('mongodb://user:secret@', 'training')).toThrow(RangeError);
  });
});
