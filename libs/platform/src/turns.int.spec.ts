import { systemClock } from '@lotsennetz/kernel';
import { MemoryReadModels } from '@lotsennetz/testing';
import { Turns } from './turns.js';

const signal = AbortSignal.any([]);

describe('turns of replicas', () => {
  const replicasOn = (readModels: MemoryReadModels) => {
    const of = (replica: string) => new Turns({ readModels, clock: systemClock, signal, replica });
    return [of('a'), of('b')] as const;
  };

  it('one of a name at a time, whichever replica has it, and the next when it is given back', async () => {
    const [one, other] = replicasOn(new MemoryReadModels());
    const turn = await one.take('compute siegen');
    expect(await other.take('compute siegen')).toBeUndefined();
    expect(await one.take('compute siegen')).toBeUndefined();
    const elsewhere = await other.take('compute netphen');
    await turn?.release();
    const next = await other.take('compute siegen');
    expect(next).toBeDefined();
    await Promise.all([elsewhere?.release(), next?.release()]);
  });

  it('of several that try at once one has it', async () => {
    const [one, other] = replicasOn(new MemoryReadModels());
    const turns = await Promise.all([one.take('x'), other.take('x'), one.take('x'), other.take('x')]);
    expect(turns.filter(Boolean)).toHaveLength(1);
    for (const turn of turns) await turn?.release();
  });

  it('the others know what it is about, until it ends', async () => {
    const [one, other] = replicasOn(new MemoryReadModels());
    const turn = await one.take('import siegen', () => 'roster 1');
    expect([await one.underWay('import siegen'), await other.underWay('import siegen')]).toEqual([
      'roster 1',
      'roster 1',
    ]);
    await turn?.release();
    expect([await one.underWay('import siegen'), await other.underWay('import siegen')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('a turn that cannot be taken for an outage is free afterwards', async () => {
    const readModels = new (class extends MemoryReadModels {
      down = true;
      override checkpoint(name: string) {
        return this.down ? Promise.reject(new Error('down')) : super.checkpoint(name);
      }
    })();
    const [one] = replicasOn(readModels);
    await expect(one.take('x')).rejects.toThrow('down');
    readModels.down = false;
    const turn = await one.take('x');
    expect(turn).toBeDefined();
    await turn?.release();
  });
});

it('without replicas no store is asked', async () => {
  const readModels = new MemoryReadModels();
  readModels.commit = () => Promise.reject(new Error('not wanted'));
  const turns = new Turns({ readModels, clock: systemClock, signal });
  const turn = await turns.take('x', () => 'me');
  expect([await turns.take('x'), await turns.underWay('x')]).toEqual([undefined, 'me']);
  await turn?.release();
  expect(await turns.underWay('x')).toBeUndefined();
});
