import { MemoryReadModels } from '@lotsennetz/testing';
import { pause, systemClock, underLease } from './index.js';

const ttlMs = 200;
const never = AbortSignal.any([]);

/** A process that counts while it holds the lease. */
function contender(readModels: MemoryReadModels, holder: string) {
  const stop = new AbortController();
  const state = { working: false, turns: 0 };
  const work = async (signal: AbortSignal) => {
    state.working = true;
    state.turns += 1;
    while (!signal.aborted) await pause(5, signal);
    state.working = false;
  };
  const ended = underLease(
    { readModels, clock: systemClock },
    { name: 'relay', holder, ttlMs, work, signal: stop.signal },
  );
  return { state, stop: () => stop.abort(), ended };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('never came true');
    await pause(5, never);
  }
}

describe('a lease', () => {
  it('lets one of several work, and the next when that one stops', async () => {
    const readModels = new MemoryReadModels();
    const contenders = ['a', 'b', 'c'].map((holder) => contender(readModels, holder));
    const working = () => contenders.filter(({ state }) => state.working);
    await until(() => working().length === 1);
    for (let look = 0; look < 20; look++) {
      await pause(20, never);
      expect(working()).toHaveLength(1);
    }
    const [first] = working();
    first?.stop();
    await first?.ended;
    await until(() => working().length === 1 && working()[0] !== first);
    for (const each of contenders) each.stop();
    await Promise.all(contenders.map(({ ended }) => ended));
    expect(working()).toEqual([]);
  });

  it('runs out when its holder has died', async () => {
    const readModels = new MemoryReadModels();
    const dead = JSON.stringify({ holder: 'dead', until: new Date(Date.now() + 300).toISOString() });
    await readModels.commit([], { 'lease:relay': dead });
    const heir = contender(readModels, 'heir');
    await pause(100, never);
    expect(heir.state.working).toBe(false);
    await until(() => heir.state.working);
    heir.stop();
    await heir.ended;
  });

  it('stops the work of a holder who has lost it', async () => {
    const readModels = new MemoryReadModels();
    const zombie = contender(readModels, 'zombie');
    await until(() => zombie.state.working);
    const stolen = JSON.stringify({ holder: 'successor', until: new Date(Date.now() + 60_000).toISOString() });
    await readModels.commit([], { 'lease:relay': stolen });
    await until(() => !zombie.state.working);
    await zombie.ended;
    expect(await readModels.checkpoint('lease:relay')).toBe(stolen);
  });
});
