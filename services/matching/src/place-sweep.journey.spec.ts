import { instantOf, loadState, TenantScope, type DomainEvent, type StreamDefinition } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { available, confirmed, ended, made, placeTaken, recorded } from './example-facts.js';
import { helper } from './helper/helper.stream.js';
import { matching } from './index.js';
import { Places } from './places.js';
import { PlaceSweep } from './release-unsettled-places/place-sweep.js';
import { request } from './request/request.stream.js';

describe('after a crash between the two steps of a confirmation or an ending', () => {
  const scope = TenantScope.of('siegen');
  let platform: TestDeployment;
  let sweep: PlaceSweep;

  async function happened<State, Event extends DomainEvent>(
    stream: StreamDefinition<State, Event>,
    id: string,
    ...events: Event[]
  ) {
    const runtime = platform.service('matching');
    const origin = { scope, actor: 'test', key: runtime.ids.next() };
    await new Commands(runtime).run(origin, { stream, id, decide: () => events, command: {} });
    await platform.settled();
  }
  const minutesLater = (minutes: number) => instantOf(new Date(Date.now() + minutes * 60_000));
  const placesLeft = async () => {
    const { state } = await loadState(platform.service('matching'), helper, { scope, id: 'volunteer-1' });
    return [...state.places];
  };

  beforeEach(async () => {
    platform = await startForTest([matching]);
    const runtime = platform.service('matching');
    sweep = new PlaceSweep(runtime, new Places(new Commands(runtime), runtime));
    await happened(helper, 'volunteer-1', ...available, placeTaken);
    await happened(request, 'request-1', recorded, made);
  });
  afterEach(() => platform.close());

  it('releases a place that was never confirmed, but not before the confirmation had its time', async () => {
    expect(await sweep.sweep(minutesLater(1))).toBe(0);
    expect(await placesLeft()).toEqual(['placement-1']);
    expect(await sweep.sweep(minutesLater(6))).toBe(1);
    expect(await placesLeft()).toEqual([]);
    await platform.settled();
    expect(await sweep.sweep(minutesLater(12))).toBe(0);
  });

  it('keeps the place of a placement', async () => {
    await happened(request, 'request-1', confirmed);
    expect(await sweep.sweep(minutesLater(600))).toBe(0);
    expect(await placesLeft()).toEqual(['placement-1']);
  });

  it('releases the place of an ended placement at once', async () => {
    await happened(request, 'request-1', confirmed, ended);
    expect(await sweep.sweep(minutesLater(0))).toBe(1);
    expect(await placesLeft()).toEqual([]);
  });
});
