import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, declined, left, paused, registered, resumed } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { resumeVolunteer } from './resume-volunteer.decider.js';

const command = { on: day('2015-06-06') };

describe('resuming after a break', () => {
  it('records the return', () => {
    given(volunteer, registered, accepted, paused)
      .when(resumeVolunteer, command)
      .then({ ...resumed, happenedOn: command.on });
  });
  it('twice changes nothing', () => {
    given(volunteer, registered, accepted, paused, resumed).when(resumeVolunteer, command).thenNothing();
  });
  it('of somebody who is at work changes nothing', () => {
    given(volunteer, registered, accepted).when(resumeVolunteer, command).thenNothing();
  });
  it('refuses whom nobody has registered', () => {
    given(volunteer).when(resumeVolunteer, command).thenRefused('unknown-volunteer');
  });
  it('refuses whoever had no break', () => {
    given(volunteer, registered).when(resumeVolunteer, command).thenRefused('not-paused');
    given(volunteer, registered, declined).when(resumeVolunteer, command).thenRefused('not-paused');
    given(volunteer, registered, accepted, paused, left).when(resumeVolunteer, command).thenRefused('not-paused');
  });
  it('refuses a day before the break', () => {
    given(volunteer, registered, accepted, paused)
      .when(resumeVolunteer, { on: day('2015-03-05') })
      .thenRefused('earlier-than-last-change', { since: '2015-03-06' });
  });
});
