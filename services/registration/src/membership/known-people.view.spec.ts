import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { accepted, declined, householdRegistered, left, moved, paused, registered, resumed } from '../example-facts.js';
import { newcomer } from '../newcomer/newcomer.stream.js';
import { volunteer, type VolunteerEvent } from '../volunteer/volunteer.stream.js';
import { knownPeople } from './known-people.view.js';

const rowAfter = async (...events: readonly VolunteerEvent[]) =>
  (await foldProjection(knownPeople, recordedEvents(volunteer, { id: 'rosa' }, ...events))).get('rosa');
const rosa = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa.nassauer@example.org' };

describe('the people who may have an account', () => {
  it('are volunteers, with name and address and no more', async () => {
    expect(await rowAfter(registered)).toEqual({ id: 'rosa', role: 'volunteer', person: rosa });
  });
  it.each([[accepted], [declined], [paused], [resumed], [left], [moved]])('stay after $type', async (event) => {
    expect(await rowAfter(registered, event)).toEqual(await rowAfter(registered));
    expect(await rowAfter(event)).toBeUndefined();
  });
  it('have the address they gave last', async () => {
    const change: VolunteerEvent = { ...moved, type: 'ProfileChanged', data: { email: 'rosa@example.org' } };
    expect(await rowAfter(registered, change)).toMatchObject({ person: { ...rosa, email: 'rosa@example.org' } });
  });
  it('are newcomers too', async () => {
    const rows = await foldProjection(knownPeople, recordedEvents(newcomer, { id: 'n' }, householdRegistered));
    expect(rows.get('n')).toEqual({
      id: 'n',
      role: 'newcomer',
      person: { givenName: 'Walid', familyName: 'Kovalenko' },
    });
  });
});
