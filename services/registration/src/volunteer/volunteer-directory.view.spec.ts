import { forgettingStream } from '@lotsennetz/platform';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import {
  accepted,
  declined,
  left,
  mergedInto,
  mergeUndone,
  moved,
  paused,
  processingRestricted,
  registered,
  restrictionLifted,
  resumed,
  rosa,
} from '../example-facts.js';
import { merge } from '../merge/merge.stream.js';
import { restriction } from '../restriction/restriction.stream.js';
import { volunteer, type VolunteerEvent } from './volunteer.stream.js';
import { volunteerDirectory, type VolunteerRow } from './volunteer-directory.view.js';

const id = 'volunteer-1';

async function rowAfter(...events: readonly VolunteerEvent[]): Promise<VolunteerRow | undefined> {
  return (await foldProjection<VolunteerRow>(volunteerDirectory, recordedEvents(volunteer, { id }, ...events))).get(id);
}

describe('the volunteer directory', () => {
  it('shows an interest with everything that was said', async () => {
    expect(await rowAfter(registered)).toEqual({
      ...rosa,
      id,
      channel: 'form',
      status: 'interested',
      statusSince: '2015-01-06',
      interestedSince: '2015-01-06',
      revision: 0,
    });
  });

  it.each([
    ['accepted', [accepted], 'active', '2015-02-06'],
    ['declined', [declined], 'declined', '2015-02-06'],
    ['accepted after all', [declined, { ...accepted, happenedOn: paused.happenedOn }], 'active', '2015-03-06'],
    ['on a break', [accepted, paused], 'paused', '2015-03-06'],
    ['back from it', [accepted, paused, resumed], 'active', '2015-04-06'],
    ['gone', [accepted, left], 'left', '2015-05-06'],
  ] as const)('shows who is %s', async (_, events, status, statusSince) => {
    expect(await rowAfter(registered, ...events)).toMatchObject({
      status,
      statusSince,
      interestedSince: '2015-01-06',
      revision: events.length,
    });
  });

  it('replaces only what a change of profile names, and keeps the status', async () => {
    expect(await rowAfter(registered, accepted, moved)).toMatchObject({
      town: 'Kreuztal',
      capacity: 1,
      languages: ['de', 'ar'],
      status: 'active',
      statusSince: '2015-02-06',
      revision: 2,
    });
  });

  it('shows nothing of what a change takes back', async () => {
    const cleared = {
      type: 'ProfileChanged',
      happenedOn: moved.happenedOn,
      data: { cleared: ['town', 'birthYear'] },
    } as const;
    const { town: _, birthYear: __, ...left } = (await rowAfter(registered)) ?? {};
    expect(await rowAfter(registered, cleared)).toEqual({ ...left, revision: 1 });
  });

  it('marks who was forgotten, and shows no row for somebody else', async () => {
    const forgotten = recordedEvents(
      forgettingStream('registration'),
      { id, place: 9 },
      {
        type: 'PersonForgotten',
        happenedOn: left.happenedOn,
        data: { kind: 'volunteer' },
      },
    );
    const known = recordedEvents(volunteer, { id }, registered);
    expect((await foldProjection(volunteerDirectory, [...known, ...forgotten])).get(id)).toMatchObject({
      erased: true,
      status: 'interested',
      revision: 0,
    });
    expect((await foldProjection(volunteerDirectory, forgotten)).size).toBe(0);
  });

  it('marks who is restricted, for as long as that holds, and keeps the revision of the volunteer', async () => {
    const known = recordedEvents(volunteer, { id }, registered);
    const restricted = recordedEvents(restriction, { id, place: 9 }, processingRestricted);
    const free = recordedEvents(restriction, { id, place: 10, from: 1 }, restrictionLifted);
    const rowOf = async (...events: Parameters<typeof foldProjection>[1][number][]) =>
      (await foldProjection<VolunteerRow>(volunteerDirectory, events)).get(id);
    expect(await rowOf(...known, ...restricted)).toMatchObject({ restricted: true, revision: 0 });
    expect(await rowOf(...known, ...restricted, ...free)).toEqual(await rowAfter(registered));
    expect(await rowOf(...restricted)).toBeUndefined();
  });

  it('says whose duplicate somebody is; undone, the row is exactly what it was', async () => {
    const known = recordedEvents(volunteer, { id }, registered, accepted);
    const merged = recordedEvents(merge, { id, place: 9 }, mergedInto);
    const undone = recordedEvents(merge, { id, place: 10, from: 1 }, mergeUndone);
    const rowOf = async (...events: Parameters<typeof foldProjection>[1][number][]) =>
      (await foldProjection<VolunteerRow>(volunteerDirectory, events)).get(id);
    expect(await rowOf(...known, ...merged)).toEqual({
      ...(await rowOf(...known)),
      merged: true,
      mergedInto: mergedInto.data.into,
    });
    expect(await rowOf(...known, ...merged, ...undone)).toEqual(await rowOf(...known));
    expect(await rowOf(...merged)).toBeUndefined();
  });

  it('shows nobody who never registered', async () => {
    expect(await rowAfter(accepted)).toBeUndefined();
  });
});
