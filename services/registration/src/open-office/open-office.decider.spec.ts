import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { office, type OfficeEvent } from '../office/office.stream.js';
import { openOffice } from './open-office.decider.js';

const command = { office: { name: 'Büro Mitte', town: 'Siegen' }, on: day('2015-01-06') };
const opened: OfficeEvent = { type: 'OfficeOpened', happenedOn: command.on, data: command.office };

describe('opening an office', () => {
  it('records where it is', () => {
    given(office).when(openOffice, command).then(opened);
  });
  it('twice changes nothing, and opens no closed one', () => {
    given(office, opened).when(openOffice, command).thenNothing();
    given(office, opened, { type: 'OfficeClosed', happenedOn: command.on, data: {} })
      .when(openOffice, command)
      .thenNothing();
  });
});
