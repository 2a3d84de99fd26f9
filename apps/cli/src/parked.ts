import { openProgress, parkedStreams, requestParked, type StreamProgress, type TenantScope } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { withStores, type Stores } from './stores.js';

interface ParkedStream {
  readonly service: string;
  readonly scope: TenantScope;
  readonly progress: StreamProgress;
}

/** One line for each parked stream: consumer, stream, since, reason, events waiting. */
export async function listParked(config: Config): Promise<readonly string[]> {
  const parked = await withStores(config, allParked);
  return parked.map(({ progress: { consumer, stream, parked: state } }) =>
    [
      consumer,
      stream,
      state?.since ?? '',
      state?.reason ?? '',
      `${state?.waiting ?? 0} waiting`,
      state?.requested ?? '',
    ]
      .join('\t')
      .trimEnd(),
  );
}

/**
 * Asks the consumers to try parked streams again, or to drop the first event of each and go on. A running platform
 * acts within a second; otherwise the next start does.
 * @throws RangeError when nothing parked fits.
 */
export async function askParked(
  config: Config,
  request: 'retry' | 'skip',
  only: { readonly consumer?: string; readonly stream?: string },
): Promise<number> {
  return withStores(config, async (stores) => {
    const chosen = (await allParked(stores)).filter(
      ({ progress }) =>
        (only.consumer ?? progress.consumer) === progress.consumer &&
        (only.stream ?? progress.stream) === progress.stream,
    );
    if (chosen.length === 0) throw new RangeError('no parked stream fits; see "lotsennetz parked list"');
    for (const each of chosen) await requestParked(stores.ports(each.service).readModels, each, request);
    return chosen.length;
  });
}

async function allParked(stores: Stores): Promise<readonly ParkedStream[]> {
  const all: ParkedStream[] = [];
  for (const { name } of services) {
    const { readModels } = stores.ports(name);
    await openProgress(readModels);
    all.push(...(await parkedStreams(readModels)).map((each) => ({ service: name, ...each })));
  }
  return all;
}
