import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore, openSqliteReadModels } from '@lotsennetz/adapter-sqlite';
import {
  relayCheckpoint,
  TenantScope,
  type EventId,
  type EventStore,
  type NewEvent,
  type StreamName,
} from '@lotsennetz/kernel';
import { Child, type Usage } from '../child.js';
import type { PlatformInput, PlatformReady } from '../children/platform.js';
import type { Figure } from '../figures.js';
import { dayOf, instantOf, numbered } from '../history.js';
import { expectSuccess, HttpClient } from '../http-load.js';
import type { Benchmark } from '../settings.js';
import { median } from '../statistics.js';

const perStream = 25;
const starts = 3;
const scope = TenantScope.of('siegen');

/** From the start of the process to the first 200 of `/health/ready`, and the memory it then has. */
export const startUp: Benchmark = {
  name: 'start',
  title: 'Start-up and memory',
  about: `A process with all services, from its start to \`/health/ready\`, and its resident memory then: on an empty data folder, and with a large history of ${perStream} events a volunteer, whose views are folded at the first start and only opened at the next ones. Median of ${starts} starts.`,
  async run({ folder, events }) {
    const large = join(folder, 'start-large');
    await writeHistory(large, events);
    const first = await startOnce(large);
    const again = await startSeveral(() => large);
    const empty = await startSeveral((number) => join(folder, `start-empty-${number}`));
    const history = `${events.toLocaleString('en')} events`;
    return [
      ...figuresOf('no events', empty),
      ...figuresOf(history, again),
      { what: `start that folds the views of ${history}`, unit: 's', ours: first.seconds },
    ];
  },
};

interface Started {
  readonly seconds: number;
  readonly residentMb: number;
}

function figuresOf(what: string, { seconds, residentMb }: Started): readonly Figure[] {
  return [
    { what: `start, ${what}`, unit: 's', ours: seconds },
    { what: `memory after it, ${what}`, unit: 'MB', ours: residentMb },
  ];
}

async function startSeveral(folder: (number: number) => string): Promise<Started> {
  const all: Started[] = [];
  for (let number = 0; number < starts; number++) all.push(await startOnce(folder(number)));
  return {
    seconds: median(all.map(({ seconds }) => seconds)),
    residentMb: median(all.map(({ residentMb }) => residentMb)),
  };
}

async function startOnce(folder: string): Promise<Started> {
  mkdirSync(folder, { recursive: true });
  const input: PlatformInput = { folder, services: 'suite' };
  const since = performance.now();
  const platform = await Child.start<PlatformReady>('platform', input);
  const client = await HttpClient.open(platform.ready.port);
  expectSuccess(await client.send({ method: 'GET', path: '/health/ready', token: '' }));
  const seconds = (performance.now() - since) / 1000;
  const { residentMb } = await platform.ask<Usage>('usage');
  client.close();
  await platform.stop();
  return { seconds, residentMb };
}

/** Registration's history, as if all of it had been published long ago. */
async function writeHistory(folder: string, count: number): Promise<void> {
  mkdirSync(join(folder, 'registration'), { recursive: true });
  const store = openSqliteEventStore(join(folder, 'registration/events.db'));
  const streams = Array.from({ length: Math.ceil(count / perStream) }, (_, stream) => stream);
  for (let from = 0; from < streams.length; from += 100)
    await Promise.all(streams.slice(from, from + 100).map((stream) => appendLife(store, stream)));
  const readModels = openSqliteReadModels(join(folder, 'registration/views.db'));
  await readModels.commit([], { [relayCheckpoint]: (await store.head()) ?? '' });
  await readModels.close();
  await store.close();
}

function appendLife(store: EventStore, person: number): Promise<unknown> {
  const stream = `registration.volunteer-siegen_${numbered(person)}` as StreamName;
  const events = Array.from({ length: perStream }, (_, revision) => lifeEvent(person, revision));
  return store.append({ stream, expectedRevision: -1, events });
}

function lifeEvent(person: number, revision: number): NewEvent {
  const number = person * perStream + revision;
  const id = numbered(number) as EventId;
  const later = revision === 1 ? 'VolunteerAccepted' : revision % 2 === 0 ? 'VolunteerPaused' : 'VolunteerResumed';
  const meta = {
    tenant: scope.tenant,
    actor: `token:${numbered(0)}`,
    correlationId: numbered(number),
    schemaVersion: 1,
  };
  const times = { recordedAt: instantOf(number), happenedOn: dayOf(number) };
  return revision === 0
    ? { id, type: 'InterestRegistered', ...times, data: profile(person, id), meta }
    : { id, type: later, ...times, data: {}, meta };
}

/** As it is stored: sealed, here under a key that nobody has. */
function profile(person: number, eventId: string): object {
  const sealedAs = (purpose: string, field: string) => ({
    sealed: 'x'.repeat(58),
    subject: numbered(person),
    purpose,
    origin: `${eventId}/${field}`,
  });
  return {
    givenName: sealedAs('name', 'givenName'),
    familyName: sealedAs('name', 'familyName'),
    email: sealedAs('contact', 'email'),
    postalCode: '57072',
    town: 'Siegen',
    gender: 'female',
    languages: ['de', 'ar'],
    topics: ['housing', 'health'],
    availability: ['mon-morning', 'wed-evening'],
    capacity: 2,
    channel: 'office',
  };
}
