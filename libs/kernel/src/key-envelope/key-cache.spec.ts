import { TenantScope } from '../tenant-scope.js';
import { KeyCache } from './key-cache.js';

const { tenant } = TenantScope.of('siegen');
const rosa = { tenant, subject: 'rosa', purpose: 'name' } as const;
const ali = { ...rosa, subject: 'ali' };
const secret = { tenant, name: 'look-up' };
const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe('opened keys in memory', () => {
  let generation: number | undefined;
  let cache: KeyCache;
  beforeEach(() => {
    generation = 1;
    cache = new KeyCache({ generation: () => generation });
    // As every look-up begins.
    expect(cache.get(rosa)).toBeUndefined();
  });

  it('are there until somebody is forgotten, by whichever process', () => {
    cache.remember(rosa, key, cache.now());
    cache.remember(ali, other, cache.now());
    expect([cache.get(rosa), cache.get(ali), cache.get({ ...rosa, purpose: 'contact' })]).toEqual([
      key,
      other,
      undefined,
    ]);
    generation = 2;
    expect([cache.get(rosa), cache.get(ali)]).toEqual([undefined, undefined]);
  });

  it('are not kept when somebody was forgotten while they were read', () => {
    const readAt = cache.now();
    generation = 2;
    cache.get(ali);
    cache.remember(rosa, key, readAt);
    expect(cache.get(rosa)).toBeUndefined();
  });

  it('are given to nobody when it was not known yet that somebody was forgotten', () => {
    const readAt = cache.now();
    generation = 2;
    cache.remember(rosa, key, readAt);
    expect(cache.get(rosa)).toBeUndefined();
  });

  it('are never kept where nobody tells of forgettings', () => {
    generation = undefined;
    cache.get(rosa);
    cache.remember(rosa, key, cache.now());
    expect(cache.get(rosa)).toBeUndefined();
  });

  it('of secrets stay', () => {
    cache.remember(secret, key, cache.now());
    cache.forget();
    generation = 2;
    expect(cache.get(secret)).toEqual(key);
  });
});
