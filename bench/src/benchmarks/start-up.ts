import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore, openSqliteReadModels } from '@lotsennetz/adapter-sqlite';
import { relayCheckpoint } from '@lotsennetz/kernel';
import { Child, type Usage } from '../child.js';
import type { PlatformInput, PlatformReady } from '../children/platform.js';
import type { Figure } from '../figures.js';
import { expectSuccess, HttpClient } from '../http-load.js';
import type { Benchmark } from '../settings.js';
import { median } from '../statistics.js';
import { appendLives } from '../volunteer-history.js';

const perStream = 25;
const starts = 3;

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
  await appendLives(store, Math.ceil(count / perStream), perStream);
  const readModels = openSqliteReadModels(join(folder, 'registration/views.db'));
  await readModels.commit([], { [relayCheckpoint]: (await store.head()) ?? '' });
  await readModels.close();
  await store.close();
}
