import { recordedEvents } from '@lotsennetz/testing';
import { moved, paused } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { entryOf } from './timeline-entry.js';

const [first, second] = recordedEvents(volunteer, { id: 'id-1', from: 3 }, paused, moved);
const by = (actor: string) => entryOf({ ...first!, meta: { ...first!.meta, actor } }).enteredBy;

describe('an entry of the timeline', () => {
  it('says what happened, and both times', () =>
    expect(entryOf(first!)).toMatchObject({
      revision: 3,
      what: 'VolunteerPaused',
      happenedOn: paused.happenedOn,
      recordedAt: first!.recordedAt,
      fields: [],
    }));
  it('names the fields of a change, not what they held', () => {
    expect(entryOf(second!).fields).toEqual(Object.keys(moved.data));
    expect(JSON.stringify(entryOf(second!))).not.toContain('Kreuztal');
  });
  it.each([
    ['public', 'form'],
    ['import:0192', 'import'],
    ['reaction:registration.when', 'platform'],
    ['token:0192', 'office'],
    ['person:0192', 'office'],
  ])('entered by %s was entered by the %s', (actor, kind) => expect(by(actor)).toBe(kind));
});
