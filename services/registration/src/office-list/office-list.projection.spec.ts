import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { office, type OfficeEvent } from '../office/office.stream.js';
import { officeList } from './office-list.projection.js';

const opened: OfficeEvent = { type: 'OfficeOpened', happenedOn: day('2015-01-06'), data: { name: 'Büro Mitte' } };
const closed: OfficeEvent = { type: 'OfficeClosed', happenedOn: day('2015-02-06'), data: {} };
const rowAfter = async (...events: readonly OfficeEvent[]) =>
  (await foldProjection(officeList, recordedEvents(office, { id: 'o' }, ...events))).get('o');

describe('the list of offices', () => {
  it('shows one that is open', async () => {
    expect(await rowAfter(opened)).toEqual({
      id: 'o',
      name: 'Büro Mitte',
      status: 'open',
      openedOn: '2015-01-06',
      revision: 0,
    });
  });
  it('keeps one that was closed', async () => {
    expect(await rowAfter(opened, closed)).toMatchObject({ status: 'closed', closedOn: '2015-02-06', revision: 1 });
  });
  it('shows none that was never opened', async () => {
    expect(await rowAfter(closed)).toBeUndefined();
  });
});
