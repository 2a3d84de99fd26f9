import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { office, type OfficeEvent } from '../office/office.stream.js';
import { closeOffice } from './close-office.decider.js';

const on = day('2015-02-06');
const opened: OfficeEvent = { type: 'OfficeOpened', happenedOn: day('2015-01-06'), data: { name: 'Büro Mitte' } };
const closed: OfficeEvent = { type: 'OfficeClosed', happenedOn: on, data: {} };

describe('closing an office', () => {
  it('records it', () => {
    given(office, opened).when(closeOffice, { on }).then(closed);
  });
  it('twice changes nothing', () => {
    given(office, opened, closed).when(closeOffice, { on }).thenNothing();
  });
  it('refuses one that never was', () => {
    given(office).when(closeOffice, { on }).thenRefused('unknown-office');
  });
});
