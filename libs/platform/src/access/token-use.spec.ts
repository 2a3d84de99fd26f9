import { TenantScope, type Change } from '@lotsennetz/kernel';
import { FakeClock, MemoryReadModels } from '@lotsennetz/testing';
import { TokenUse } from './token-use.js';

const scope = TenantScope.of('siegen');

class CountedReadModels extends MemoryReadModels {
  commits = 0;
  override commit(changes: readonly Change[]): ReturnType<MemoryReadModels['commit']> {
    this.commits += 1;
    return super.commit(changes);
  }
}

class FullDisk extends MemoryReadModels {
  override commit(): Promise<never> {
    return Promise.reject(new Error('no space left'));
  }
}

describe('the last use of a token', () => {
  it('is written down at most once a minute for each token', async () => {
    const [documents, clock] = [new CountedReadModels(), new FakeClock('2015-01-06T07:00:00Z')];
    const use = new TokenUse(documents, clock);
    await use.open();
    expect(await use.lastOf(scope, 'a')).toBeUndefined();
    for (const seconds of [0, 30, 29]) {
      clock.advance({ seconds });
      use.note(scope, 'a');
    }
    expect(await use.lastOf(scope, 'a')).toBe('2015-01-06T07:00:00.000Z');
    use.note(scope, 'b');
    expect(documents.commits).toBe(2);
    clock.advance({ seconds: 1 });
    use.note(scope, 'a');
    expect(await use.lastOf(scope, 'a')).toBe('2015-01-06T07:01:00.000Z');
    await use.close();
  });
  it('that cannot be written down hinders nobody', async () => {
    const use = new TokenUse(new FullDisk(), new FakeClock());
    await use.open();
    use.note(scope, 'a');
    expect(await use.lastOf(scope, 'a')).toBeUndefined();
    await use.close();
  });
});
