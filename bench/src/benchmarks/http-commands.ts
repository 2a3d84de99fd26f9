import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BareInput, StoredByCommand } from '../bare-writer.js';
import type { PlatformInput, PlatformReady } from '../children/platform.js';
import { Child, type Usage } from '../child.js';
import type { Figure } from '../figures.js';
import { load, type Script } from '../http-load.js';
import { interleave } from '../interleave.js';
import type { Benchmark, Settings } from '../settings.js';
import { median } from '../statistics.js';
import { activeVolunteers, pausingAndResuming, registering, shared } from '../volunteers.js';

const clients = 32;
const perClient = 8;

interface Kind {
  readonly what: string;
  readonly event: string;
  readonly goal?: number;
  scripts(token: string, volunteers: readonly string[]): readonly Script[];
}

const changes: Kind = {
  what: 'pause and resume',
  event: 'VolunteerPaused',
  scripts: (token, volunteers) => shared(volunteers, clients).map((own) => pausingAndResuming(token, own)),
};
const registrations: Kind = {
  what: 'register interest (sealed)',
  event: 'InterestRegistered',
  scripts: (token) => Array.from({ length: clients }, () => registering(token)),
};

/** Whole commands over HTTP, with all that follows from them in the same process, against a server that only writes. */
export const httpCommands: Benchmark = {
  name: 'http',
  title: 'Commands over HTTP',
  about:
    'Commands of 32 keep-alive clients over HTTP against a bare Fastify server that parses the same bodies and writes the same bytes (for a registration also its keys), what arrives in one turn of the event loop in one `FULL` transaction, and answers alike. Ours also knows its caller, validates, decides, seals, and feeds views, relay and bus in the same process and thread.',
  behind:
    'The goal is for the two commands of registration alone. A bare server does about 45 µs of work for a small command, so 0.6 leaves about 30 µs for all of ours: who is calling, validation, state, decision, sealing, views, relay, bus. One thread does it all. What was won: decisions on the remembered state without reading the stream; keys asked for together; readers woken every 5 ms under load and publications every 20 ms, so that views and bus cost fewer transactions and syncs; the headers of helmet said once; no interceptor; input checked in one pass; no progress rows for facts a reaction never looks at. What is left, in this order: the framework (see bare Nest), the view’s and the bus’s rows (JSON text, page writes), checks of the input, and for registrations the sealing of seven values under three new keys, whose transaction must be on disk before the event’s. `all services` adds every reaction of the suite to the same thread, several of which append events of their own; the time until all is shown and handled is what such a process sustains. Views in a thread of their own would be the next step; on two processors beside a load generator it could not show.',
  async run(settings) {
    return [
      ...(await compare(settings, 'registration', { ...changes, goal: 0.6 })),
      ...(await compare(settings, 'registration', { ...registrations, goal: 0.6 })),
      ...(await compare(settings, 'suite', changes)),
    ];
  },
};

async function compare(
  settings: Settings,
  services: PlatformInput['services'],
  kind: Kind,
): Promise<readonly Figure[]> {
  const folder = join(settings.folder, `http-${services}-${kind.event}`);
  mkdirSync(folder, { recursive: true });
  const platform = await Child.start<PlatformReady>('platform', { folder, services } satisfies PlatformInput);
  const { port, token } = platform.ready;
  const volunteers = await activeVolunteers(port, token, clients * perClient);
  const scripts = kind.scripts(token, volunteers);
  await load(port, scripts, 0.5);
  await platform.ask('settled');
  const bareInput: BareInput = { folder, stored: storedBy(folder, kind.event) };
  const bare = await Child.start<{ port: number }>('bare-fastify', bareInput);
  const nest = await Child.start<{ port: number }>('bare-nest', bareInput);
  const bareScripts = kind.scripts(token, volunteers);
  const sustained: number[] = [];
  const cpu: number[] = [];

  const run = async () => {
    const [before, since] = [await platform.ask<Usage>('usage'), performance.now()];
    const { perSecond, answered } = await load(port, scripts, settings.secondsPerRun);
    await platform.ask('settled');
    sustained.push((answered / (performance.now() - since)) * 1000);
    cpu.push((((await platform.ask<Usage>('usage')).cpuMs - before.cpuMs) / answered) * 1000);
    return perSecond;
  };
  const runBare = async ({ ready }: typeof bare) =>
    (await load(ready.port, bareScripts, settings.secondsPerRun)).perSecond;
  const ofNest: number[] = [];
  const compared = await interleave(settings.rounds, {
    ours: run,
    baseline: async () => {
      ofNest.push(await runBare(nest));
      return runBare(bare);
    },
  });
  await Promise.all([platform.stop(), bare.stop(), nest.stop()]);
  const what = `${kind.what}, ${services === 'suite' ? 'all services' : 'registration alone'}`;
  const { goal } = kind;
  return [
    { what, unit: 'commands/s', ...compared, ...(goal ? { goal } : {}) },
    { what: `${what}: bare Nest, same writes`, unit: 'commands/s', ours: median(ofNest), baseline: compared.baseline },
    {
      what: `${what}: until all is shown and handled`,
      unit: 'commands/s',
      ours: median(sustained),
      baseline: compared.baseline,
    },
    { what: `${what}: processor time, all work included`, unit: 'µs/command', ours: median(cpu) },
  ];
}

/** What our own command stored, for the baseline to store as much. */
function storedBy(folder: string, type: string): StoredByCommand {
  const events = new DatabaseSync(join(folder, 'registration/events.db'), { readOnly: true });
  const row = events.prepare('SELECT stream, data, meta FROM events WHERE type = ? ORDER BY position DESC').get(type);
  events.close();
  const { stream, data, meta } = row as { stream: string; data: string; meta: string };
  const keys = type === registrations.event ? purposesOf(folder, stream.slice(stream.indexOf('_') + 1)) : [];
  return { type, data: JSON.parse(data) as object, meta: JSON.parse(meta) as object, keys };
}

function purposesOf(folder: string, subject: string): readonly string[] {
  const keys = new DatabaseSync(join(folder, 'keys.db'), { readOnly: true });
  const rows = keys.prepare('SELECT purpose FROM keys WHERE subject = ?').all(subject);
  keys.close();
  return rows.map(({ purpose }) => String(purpose));
}
