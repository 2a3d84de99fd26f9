import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { startForTest } from './testing.js';

let started = 0;

@Injectable()
class LoopUnderTest implements OnApplicationBootstrap {
  onApplicationBootstrap(): void {
    started += 1;
  }
}

describe('a process that serves', () => {
  it('starts the loops of its services once, though it answers requests and reactions', async () => {
    const platform = await startForTest([
      { name: 'looping', purposes: [], projections: [], published: [], controllers: [], providers: [LoopUnderTest] },
    ]);
    await platform.close();
    expect(started).toBe(1);
  });
});
