import {
  dayAt,
  defaultTimeZone,
  instant,
  pause,
  relayCheckpoint,
  systemClock,
  TenantScope,
  type Instant,
} from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { factConsumers, integrationReport, integrationReportCsv } from '@lotsennetz/suite';
import { dayOf, named, oneOf } from './arguments.js';
import { mustExist } from './create-token.js';
import { letEventsTravel, withStores, type Stores } from './stores.js';

export interface ReportOptions {
  readonly tenant: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly format: string;
}

/** The integration report as text, straight from the stores, once reporting has read everything recorded. */
export async function printReport(config: Config, options: ReportOptions): Promise<string> {
  const format = oneOf(['json', 'csv'], options.format, '--format');
  const now = systemClock.now();
  const asOf = options.asOf === undefined ? dayAt(now, defaultTimeZone) : dayOf(options.asOf, '--as-of');
  const knownAt = readInstant(options.knownAt);
  await letEventsTravel(config, ['registration', ...Object.keys(factConsumers), 'reporting']);
  return withStores(config, async (stores) => {
    await mustExist(stores, options.tenant);
    await everythingRead(stores);
    const report = await integrationReport(stores.ports('reporting'), TenantScope.of(options.tenant), {
      asOf,
      knownAt,
      now,
    });
    return format === 'csv' ? integrationReportCsv(report) : JSON.stringify(report, null, 2);
  });
}

function readInstant(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : named('--known-at', () => instant(text));
}

const patienceMs = 15_000;

/** @throws Error when a running platform does not keep up within 15 s. */
async function everythingRead(stores: Stores): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (const [service, consumer] of Object.entries(factConsumers)) {
    const { eventStore, readModels } = stores.ports(service);
    const head = (await eventStore.head()) ?? '';
    for (;;) {
      const published = ((await readModels.checkpoint(relayCheckpoint)) ?? '') >= head;
      if (published && (await stores.shared.bus.backlog(service, consumer)) === 0) break;
      if (Date.now() > deadline)
        throw new Error(
          `reporting has not read everything of '${service}' within 15 s; see "lotsennetz parked list", or try again in a moment`,
        );
      await pause(25);
    }
  }
}
