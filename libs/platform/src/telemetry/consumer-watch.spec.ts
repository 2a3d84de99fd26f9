import { day, instant, TenantScope, type ContractEvent, type EventId, type StreamName } from '@lotsennetz/kernel';
import { MemoryEventBus } from '@lotsennetz/testing';
import { ConsumerWatch } from './consumer-watch.js';

const at = (second: number) => instant(`2015-01-06T08:00:${String(second).padStart(2, '0')}.000Z`);
const event = (recordedAt = at(0)): ContractEvent => ({
  id: 'e' as EventId,
  type: 'guests.signed.v1',
  stream: 'guests.guest-siegen_a' as StreamName,
  revision: 0,
  recordedAt,
  happenedOn: day('2015-01-06'),
  tenant: TenantScope.of('siegen').tenant,
  correlationId: 'c',
  data: {},
});

describe('how far a consumer is behind', () => {
  let watch: ConsumerWatch;
  let handled: PromiseWithResolvers<void>;
  beforeEach(() => {
    watch = new ConsumerWatch();
    handled = Promise.withResolvers();
  });

  /** Hands a batch to a consumer that ends when `handled` does. */
  const delivered = async (...batch: readonly ContractEvent[]) => {
    const arrived = Promise.withResolvers<undefined>();
    let result: Promise<void> | undefined;
    class OneBatch extends MemoryEventBus {
      override consume({ handle }: Parameters<MemoryEventBus['consume']>[0]): Promise<void> {
        result = handle(batch);
        return result;
      }
    }
    const handle = () => {
      arrived.resolve(undefined);
      return handled.promise;
    };
    const signal = AbortSignal.abort();
    void watch
      .watched(new OneBatch())
      .consume({ topic: 't', group: 'g', handle, signal })
      .catch(() => undefined);
    await arrived.promise;
    return { done: result };
  };

  it('is nothing when nothing waits', () => {
    expect(watch.lagSeconds(0, at(9))).toBe(0);
  });

  it('is the age of the oldest event of the batch under way', async () => {
    await delivered(event(at(3)), event(at(2)), event(at(4)));
    expect(watch.lagSeconds(3, at(9))).toBe(7);
  });

  it('ends with the batch', async () => {
    const { done } = await delivered(event(at(2)));
    handled.resolve();
    await done;
    expect(watch.lagSeconds(0, at(9))).toBe(0);
  });

  it('goes on when the batch failed, until nothing waits', async () => {
    const { done } = await delivered(event(at(2)));
    handled.reject(new Error('not now'));
    await expect(done).rejects.toThrow('not now');
    expect(watch.lagSeconds(1, at(9))).toBe(7);
    expect(watch.lagSeconds(0, at(10))).toBe(0);
    expect(watch.lagSeconds(1, at(11))).toBe(0);
  });

  it('grows from the first look when something waits and nothing comes', () => {
    expect(watch.lagSeconds(1, at(1))).toBe(0);
    expect(watch.lagSeconds(5, at(9))).toBe(8);
  });

  it('grows while nobody can say what waits', () => {
    expect(watch.lagSeconds(undefined, at(1))).toBe(0);
    expect(watch.lagSeconds(undefined, at(9))).toBe(8);
  });

  it('begins anew when another replica works on what waits', () => {
    watch.lagSeconds(5, at(1));
    expect(watch.lagSeconds(4, at(9))).toBe(0);
    expect(watch.lagSeconds(4, at(10))).toBe(1);
  });
});
