import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { processingRestricted, restrictionLifted } from '../example-facts.js';
import { restriction, type RestrictionEvent } from '../restriction/restriction.stream.js';
import { restrictionList } from './restriction-list.projection.js';

const rowAfter = async (...events: readonly RestrictionEvent[]) =>
  (await foldProjection(restrictionList, recordedEvents(restriction, { id: 'rosa' }, ...events))).get('rosa');

describe('the list of restrictions', () => {
  it('shows since when and on what ground', async () => {
    expect(await rowAfter(processingRestricted)).toEqual({
      ...processingRestricted.data,
      id: 'rosa',
      since: processingRestricted.happenedOn,
      revision: 0,
    });
  });
  it('shows none that was lifted, until it is set again', async () => {
    expect(await rowAfter(processingRestricted, restrictionLifted)).toBeUndefined();
    expect(await rowAfter(processingRestricted, restrictionLifted, processingRestricted)).toMatchObject({
      revision: 2,
    });
  });
});
