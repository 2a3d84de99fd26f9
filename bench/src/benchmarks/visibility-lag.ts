import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from '@lotsennetz/kernel';
import { Child } from '../child.js';
import type { PlatformInput, PlatformReady } from '../children/platform.js';
import type { Figure } from '../figures.js';
import { expectSuccess, HttpClient, load, type HttpRequest, type Script } from '../http-load.js';
import type { Benchmark } from '../settings.js';
import { percentile } from '../statistics.js';
import { activeVolunteers, pausingAndResuming, shared } from '../volunteers.js';

const clients = 32;
/** Long enough that the one before is shown: people, not a load. */
const betweenMs = 20;

interface Samples {
  readonly visibleMs: number[];
  readonly plainMs: number[];
}

/** How long after its answer a command shows in a list, as the caller sees it. */
export const visibilityLag: Benchmark = {
  name: 'lag',
  title: 'From the acknowledged command to the visible view',
  about:
    'Time from the answer of a command to the answer of a read that waits for it (`?after=<position>`), beside the same read without waiting. Light: one client, a command every 20 ms. Loaded: the same client beside 31 others that send commands as fast as they are answered.',
  async run(settings) {
    const folder = join(settings.folder, 'lag');
    mkdirSync(folder);
    const input: PlatformInput = { folder, services: 'registration' };
    const platform = await Child.start<PlatformReady>('platform', input);
    const { port, token } = platform.ready;
    const [probed = [], ...others] = shared(await activeVolunteers(port, token, clients * 8), clients);
    const probe = { port, script: pausingAndResuming(token, probed), token };
    await sample(probe, 1);
    const seconds = settings.secondsPerRun * settings.rounds;
    const light = await sample(probe, seconds);
    const scripts = others.map((own) => pausingAndResuming(token, own));
    const [loaded] = await Promise.all([sample(probe, seconds), load(port, scripts, seconds)]);
    await platform.stop();
    return [...figuresOf('light load', light), ...figuresOf('32 clients', loaded)];
  },
};

function figuresOf(load: string, { visibleMs, plainMs }: Samples): readonly Figure[] {
  const shares = [0.5, 0.99] as const;
  const lines = (what: string, samples: readonly number[]) =>
    shares.map((share) => ({
      what: `${what}, ${load}, p${share * 100}`,
      unit: 'ms',
      ours: percentile(samples, share),
    }));
  return [...lines('read that waits for the command', visibleMs), ...lines('same read without waiting', plainMs)];
}

async function sample(
  { port, script, token }: { readonly port: number; readonly script: Script; readonly token: string },
  seconds: number,
): Promise<Samples> {
  const client = await HttpClient.open(port);
  const samples: Samples = { visibleMs: [], plainMs: [] };
  const list = '/registration/siegen/newcomers?limit=1';
  for (const until = performance.now() + seconds * 1000; performance.now() < until;) {
    const answer = expectSuccess(await client.send(script.next().value as HttpRequest));
    const { position } = JSON.parse(answer) as { position: string };
    samples.visibleMs.push(await timed(client, { method: 'GET', path: `${list}&after=${position}`, token }));
    samples.plainMs.push(await timed(client, { method: 'GET', path: list, token }));
    await pause(betweenMs);
  }
  client.close();
  return samples;
}

async function timed(client: HttpClient, request: HttpRequest): Promise<number> {
  const since = performance.now();
  expectSuccess(await client.send(request));
  return performance.now() - since;
}
