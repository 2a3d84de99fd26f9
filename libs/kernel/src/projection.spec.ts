import {
  MemoryReadModels,
  deleted,
  exampleProjection,
  exampleStream,
  moved,
  paused,
  recordedEvents,
  registered,
} from '@lotsennetz/testing';
import type { RecordedEvent } from './envelope.js';
import { foldBatch } from './projection.js';
import { TenantScope } from './tenant-scope.js';

const siegen = TenantScope.of('siegen');
const id = 'v-1';
const history = recordedEvents(exampleStream, { id }, registered('Siegen'), moved('Netphen'), moved('Kreuztal'));

describe('folding a batch into a view', () => {
  let readModels: MemoryReadModels;
  beforeEach(async () => {
    readModels = new MemoryReadModels();
    await readModels.open('list');
  });
  const fold = async (batch: readonly RecordedEvent[]) => {
    const changes = await foldBatch(readModels, exampleProjection, 'list', batch);
    await readModels.commit(changes);
    return changes;
  };
  const row = () => readModels.get(`list`, siegen, id);

  it('makes one change of all events of a row', async () => {
    expect(await fold(history)).toHaveLength(1);
    expect(await row()).toMatchObject({ row: { town: 'Kreuztal', moves: 2 }, position: history.at(-1)?.position });
  });

  it('folding twice changes nothing, whatever the batches', async () => {
    await fold(history);
    const before = await row();
    expect(await fold(history)).toEqual([]);
    expect(await fold(history.slice(1))).toEqual([]);
    expect(await row()).toEqual(before);
  });

  it('a batch that comes again with something new folds only that', async () => {
    await fold(history.slice(0, 2));
    await fold(history);
    expect(await row()).toMatchObject({ row: { moves: 2 } });
  });

  it('an event that changes nothing still moves the row on', async () => {
    await fold(history);
    await fold(recordedEvents(exampleStream, { id, from: 3 }, paused));
    expect(await row()).toMatchObject({ row: { moves: 2 }, position: '0000000000000004' });
  });

  it('a row can go and come again', async () => {
    await fold(history);
    await fold(recordedEvents(exampleStream, { id, from: 3 }, deleted));
    expect(await row()).toBeUndefined();
    await fold(recordedEvents(exampleStream, { id, from: 4 }, registered('Netphen')));
    expect(await row()).toMatchObject({ row: { town: 'Netphen', moves: 0 } });
  });

  it('tenants have rows of their own, and streams of others are none of its business', async () => {
    const others = recordedEvents(
      { ...exampleStream, name: () => 'training.course-siegen_v-1' as never },
      { id },
      paused,
    );
    await fold([
      ...history,
      ...recordedEvents(exampleStream, { id, tenant: 'kreuztal', place: 9 }, registered('Olpe')),
      ...others,
    ]);
    expect(await row()).toMatchObject({ row: { town: 'Kreuztal' } });
    expect(await readModels.get('list', TenantScope.of('kreuztal'), id)).toMatchObject({ row: { town: 'Olpe' } });
  });

  it('an event written by newer code stops the fold', async () => {
    const newer = history.map((event) => ({ ...event, meta: { ...event.meta, schemaVersion: 2 } }));
    await expect(foldBatch(readModels, exampleProjection, 'list', newer)).rejects.toThrow(TypeError);
  });
});
