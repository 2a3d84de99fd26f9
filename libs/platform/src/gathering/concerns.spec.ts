import type { Position, RecordedEvent, Sealed, StreamName } from '@lotsennetz/kernel';
import { Concerns, names, theirPart } from './concerns.js';

const sealedFor = (subject: string): Sealed => ({ sealed: 'x', subject, purpose: 'note', origin: 'e/note' });
let place = 0;
const event = (stream: string, revision: number, data: object): RecordedEvent =>
  ({ stream: stream as StreamName, revision, data, position: String(place++) as Position }) as RecordedEvent;

describe('what concerns a person', () => {
  const taken = (...events: readonly RecordedEvent[]) => {
    const concerns = new Concerns('rosa');
    return events.map((each) => concerns.take(each));
  };

  it('is every event of their own stream', () => {
    expect(
      taken(event('registration.volunteer-siegen_rosa', 0, {}), event('registration.volunteer-siegen_emre', 0, {})),
    ).toEqual([true, false]);
  });
  it('is every event that names them, however deep, or that is sealed for them', () => {
    expect(
      taken(
        event('training.course-siegen_c', 1, { attendance: [{ volunteerId: 'rosa', present: true }] }),
        event('training.course-siegen_c', 2, { attendance: [{ volunteerId: 'emre', present: true }] }),
        event('matching.request-siegen_r', 3, { note: sealedFor('rosa') }),
      ),
    ).toEqual([true, false, true]);
  });
  it('is all that follows in a stream that began as theirs, not of one that others come to', () => {
    const [begun, later] = ['notifications.message-siegen_m', 'training.course-siegen_c'];
    expect(taken(event(begun, 0, { recipientId: 'rosa' }), event(begun, 1, { attempt: 1 }))).toEqual([true, true]);
    expect(taken(event(later, 0, { volunteerId: 'rosa' }), event(later, 1, { volunteerId: 'emre' }))).toEqual([
      true,
      false,
    ]);
    expect(taken(event(later, 0, {}), event(later, 1, { volunteerId: 'rosa' }), event(later, 2, {}))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('what a person may read of it', () => {
  it('leaves out what is sealed for others', () => {
    const data = { note: sealedFor('household'), own: sealedFor('rosa'), minutes: 90 };
    expect(theirPart(data, 'rosa')).toEqual({ own: data.own, minutes: 90 });
  });
  it('leaves out the others of a list in which they stand', () => {
    const [rosa, emre] = [
      { volunteerId: 'rosa', present: true },
      { volunteerId: 'emre', present: false },
    ];
    expect(theirPart({ session: 1, attendance: [emre, rosa] }, 'rosa')).toEqual({ session: 1, attendance: [rosa] });
    expect(names({ attendance: [emre, rosa] }, 'rosa')).toBe(true);
  });
  it('keeps lists that name nobody', () => {
    expect(theirPart({ languages: ['de', 'ar'] }, 'rosa')).toEqual({ languages: ['de', 'ar'] });
  });
});
