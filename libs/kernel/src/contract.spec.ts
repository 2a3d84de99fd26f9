import { exampleStream, moved, paused, recordedEvents, registered } from '@lotsennetz/testing';
import { defineContract, isContract, publishAs, publishes } from './contract.js';
import * as field from './schema.js';
import { defineStream, upcast } from './stream.js';

const movedContract = defineContract('registration.volunteer-moved.v1', 'A volunteer lives elsewhere now.', {
  volunteerId: field.id(),
  town: field.publicText('a town'),
});
const publish = publishes(exampleStream, {
  VolunteerMoved: (event, volunteerId) =>
    event.data.town === 'secret' ? undefined : publishAs(movedContract, { volunteerId, town: event.data.town }),
});
const [first, second, hidden, silent] = recordedEvents(
  exampleStream,
  { id: 'v-1' },
  registered(),
  moved('Netphen'),
  moved('secret'),
  paused,
);

describe('publishing', () => {
  it('a contract event keeps id, stream, revision and both times of its domain event', () => {
    const event = publish({ ...second!, meta: { ...second!.meta, traceparent: '00-a-b-01' } })!;
    const { id, stream, revision, recordedAt, happenedOn } = second!;
    expect(event).toEqual({
      ...{ id, stream, revision, recordedAt, happenedOn },
      ...{ type: 'registration.volunteer-moved.v1', tenant: 'siegen', correlationId: 'test', traceparent: '00-a-b-01' },
      data: { volunteerId: 'v-1', town: 'Netphen' },
    });
    expect(isContract(movedContract, event)).toBe(true);
    expect(isContract({ ...movedContract, type: 'registration.volunteer-moved.v2' }, event)).toBe(false);
  });

  it('events without an exit, or whose exit says nothing, stay inside', () => {
    expect([first!, hidden!, silent!].map(publish)).toEqual([undefined, undefined, undefined]);
  });

  it('events of other streams are not its business, even under the same name', () => {
    const stream = 'registration.newcomer-siegen_v-1' as NonNullable<typeof second>['stream'];
    expect(publish({ ...second!, stream })).toBeUndefined();
  });
});

describe('upcasting', () => {
  const stream = defineStream({
    service: 'registration',
    category: 'volunteer',
    schemas: { VolunteerMoved: { town: field.publicText('a town'), country: field.publicText('a country') } },
    initial: 0,
    evolve: (moves: number) => moves + 1,
    upcasters: {
      VolunteerMoved: [
        (data: { city: string }) => ({ town: data.city }),
        (data: { town: string }) => ({ ...data, country: 'DE' }),
      ],
    },
  });
  const stored = (schemaVersion: number, data: object) => ({
    ...second!,
    data,
    meta: { ...second!.meta, schemaVersion },
  });

  it.each([
    [1, { city: 'Netphen' }],
    [2, { town: 'Netphen' }],
    [3, { town: 'Netphen', country: 'DE' }],
  ])('version %i reads as the present one', (version, data) => {
    const event = stored(version, data);
    expect(upcast(stream, event)).toEqual({ ...event, data: { town: 'Netphen', country: 'DE' } });
  });

  it('refuses what is newer than the code, and types it does not have', () => {
    expect(() => upcast(stream, stored(4, {}))).toThrow(TypeError);
    expect(() => upcast(stream, first!)).toThrow(TypeError);
  });
});
