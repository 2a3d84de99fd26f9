import { HandFedBus, history, MemoryReadModels, streamOf } from '@lotsennetz/testing';
import { Consumer, openProgress, systemClock, Unavailable, type ReadModels } from './index.js';

describe('a consumer whose look for requests fails', () => {
  it('consumes no longer when it tells so: whoever starts it again must not have two', async () => {
    const bus = new HandFedBus();
    const readModels: ReadModels = new MemoryReadModels();
    await openProgress(readModels);
    readModels.scan = () => {
      throw new TypeError('not a row');
    };
    const reaction = { consumer: 'training.test', topic: 'registration', handle: () => Promise.resolve() };
    const running = new Consumer({ bus, readModels, clock: systemClock }, reaction).run(new AbortController().signal);
    await expect(running).rejects.toThrow('not a row');
    expect(bus.consuming).toBe(false);
  });
});

describe('a consumer that is told to end in the middle of a batch', () => {
  it('finishes the event under way, keeps how far it came, and takes the rest later', async () => {
    const [bus, readModels, stopping] = [new HandFedBus(), new MemoryReadModels(), new AbortController()];
    await openProgress(readModels);
    const handled: number[] = [];
    const handle = ({ revision }: { readonly revision: number }) => {
      handled.push(revision);
      if (revision === 1) stopping.abort();
      return Promise.resolve();
    };
    const reaction = { consumer: 'training.test', topic: 'registration', handle };
    const ports = { readModels, clock: systemClock };
    const batch = history(streamOf('c'), 0, 3);
    const ended = new Consumer({ ...ports, bus }, reaction).run(stopping.signal);
    await expect((await bus.handler)(batch)).rejects.toThrow('told to end');
    await ended;
    expect(handled).toEqual([0, 1]);
    const [later, end] = [new HandFedBus(), new AbortController()];
    const again = new Consumer({ ...ports, bus: later }, reaction).run(end.signal);
    await (
      await later.handler
    )(batch);
    end.abort();
    await again;
    expect(handled).toEqual([0, 1, 2, 3]);
  });
});

describe('a consumer that meets an outage in a batch of many streams', () => {
  it('keeps what it has done, so that the batch comes to its end in the end', async () => {
    const [bus, readModels, stopping] = [new HandFedBus(), new MemoryReadModels(), new AbortController()];
    await openProgress(readModels);
    const batch = Array.from({ length: 450 }, (_, index) => history(streamOf(`c${index}`), 0, 0)).flat();
    const times = new Map<string, number>();
    let answersLeft = 430;
    const handle = ({ stream }: { readonly stream: string }) => {
      if (answersLeft-- === 0) return Promise.reject(new Unavailable('the store is away'));
      times.set(stream, (times.get(stream) ?? 0) + 1);
      return Promise.resolve();
    };
    const reaction = { consumer: 'training.test', topic: 'registration', handle };
    const running = new Consumer({ bus, readModels, clock: systemClock }, reaction).run(stopping.signal);
    await (
      await bus.handler
    )(batch);
    stopping.abort();
    await running;
    expect(times.size).toBe(450);
    expect([...times.values()].filter((each) => each > 1).length).toBeLessThan(200);
  });
});
