import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { confirmed, ended, made, recorded, visited } from '../example-facts.js';
import { logVisit } from './log-visit.decider.js';

describe('logging a visit', () => {
  const command = { placementId: 'placement-1', visitId: 'visit-1', on: day('2015-05-20'), minutes: 90 };

  it('keeps day and minutes', () => given(request, recorded, made, confirmed).when(logVisit, command).then(visited));
  it('keeps the note', () =>
    given(request, recorded, made, confirmed)
      .when(logVisit, { ...command, note: 'doctor' })
      .then({ ...visited, data: { ...visited.data, note: 'doctor' } }));
  it('takes a late entry of an ended placement', () =>
    given(request, recorded, made, confirmed, ended).when(logVisit, command).then(visited));
  it('refuses a visit before the placement', () =>
    given(request, recorded, made, confirmed)
      .when(logVisit, { ...command, on: day('2015-05-12') })
      .thenRefused('outside-placement', { confirmedOn: '2015-05-13' }));
  it('refuses a visit after its end', () =>
    given(request, recorded, made, confirmed, ended)
      .when(logVisit, { ...command, on: day('2015-07-02') })
      .thenRefused('outside-placement', { endedOn: '2015-07-01' }));
  it('takes the word of the volunteer whose placement it is, and of no other', () => {
    given(request, recorded, made, confirmed)
      .when(logVisit, { ...command, volunteerId: 'volunteer-1' })
      .then(visited);
    given(request, recorded, made, confirmed)
      .when(logVisit, { ...command, volunteerId: 'volunteer-2', on: day('2015-05-12') })
      .thenRefused('unknown-placement');
  });
  it('refuses where there is no placement', () =>
    given(request, recorded, made).when(logVisit, command).thenRefused('unknown-placement'));
});
