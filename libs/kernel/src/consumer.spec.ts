import { HandFedBus, MemoryReadModels } from '@lotsennetz/testing';
import { Consumer, systemClock, type ReadModels } from './index.js';

describe('a consumer whose look for requests fails', () => {
  it('consumes no longer when it tells so: whoever starts it again must not have two', async () => {
    const bus = new HandFedBus();
    const readModels: ReadModels = new MemoryReadModels();
    readModels.scan = () => {
      throw new TypeError('not a row');
    };
    const reaction = { consumer: 'training.test', topic: 'registration', handle: () => Promise.resolve() };
    const running = new Consumer({ bus, readModels, clock: systemClock }, reaction).run(new AbortController().signal);
    await expect(running).rejects.toThrow('not a row');
    expect(bus.consuming).toBe(false);
  });
});
