import { forgettingStream } from '@lotsennetz/platform';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { householdCorrected, householdRegistered } from '../example-facts.js';
import { newcomer } from './newcomer.stream.js';
import { newcomerDirectory } from './newcomer-directory.view.js';

describe('the directory of newcomers', () => {
  it('shows every household under its own id', async () => {
    const rows = await foldProjection(newcomerDirectory, [
      ...recordedEvents(newcomer, { id: 'household-1', place: 1 }, householdRegistered),
      ...recordedEvents(newcomer, { id: 'household-2', place: 2 }, householdRegistered),
    ]);
    expect([...rows.keys()]).toEqual(['household-1', 'household-2']);
    expect(rows.get('household-2')).toEqual({
      ...householdRegistered.data,
      id: 'household-2',
      registeredOn: '2015-06-01',
      revision: 0,
    });
  });

  it('marks a household that was forgotten', async () => {
    const forgotten = {
      type: 'PersonForgotten',
      happenedOn: householdRegistered.happenedOn,
      data: { kind: 'newcomer' },
    } as const;
    const rows = await foldProjection(newcomerDirectory, [
      ...recordedEvents(newcomer, { id: 'household-1', place: 1 }, householdRegistered),
      ...recordedEvents(forgettingStream('registration'), { id: 'household-1', place: 2 }, forgotten),
    ]);
    expect(rows.get('household-1')).toMatchObject({ erased: true, revision: 0 });
  });

  it('shows what was corrected, and keeps the rest', async () => {
    const rows = await foldProjection(
      newcomerDirectory,
      recordedEvents(newcomer, { id: 'household-1' }, householdRegistered, householdCorrected),
    );
    expect(rows.get('household-1')).toEqual({
      ...householdRegistered.data,
      ...householdCorrected.data,
      id: 'household-1',
      registeredOn: '2015-06-01',
      revision: 1,
    });
  });
});
