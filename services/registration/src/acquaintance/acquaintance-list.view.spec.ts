import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { acquainted, acquaintanceEnded, phoneShared } from '../example-facts.js';
import { acquaintanceList } from './acquaintance-list.view.js';
import { acquaintance, type AcquaintanceEvent } from './acquaintance.stream.js';

const rowAfter = async (...events: readonly AcquaintanceEvent[]) =>
  (await foldProjection(acquaintanceList, recordedEvents(acquaintance, { id: 'placement-1' }, ...events))).get(
    'placement-1',
  );
const begun = { id: 'placement-1', volunteerId: 'rosa', newcomerId: 'walid', revision: 0 };

describe('the list of who knows whom', () => {
  it('begins with nothing shared', async () =>
    expect(await rowAfter(acquainted)).toEqual({ ...begun, shared: { volunteer: [], newcomer: [] } }));
  it('shows what each shares, down to nothing again', async () => {
    const shared = { volunteer: ['phone'], newcomer: [] };
    expect(await rowAfter(acquainted, phoneShared)).toMatchObject({ shared, revision: 1 });
    const taken: AcquaintanceEvent = { ...phoneShared, data: { ...phoneShared.data, ways: [] } };
    expect(await rowAfter(acquainted, phoneShared, taken)).toMatchObject({ shared: { volunteer: [] }, revision: 2 });
  });
  it('ends with the placement', async () =>
    expect(await rowAfter(acquainted, phoneShared, acquaintanceEnded)).toBeUndefined());
});
