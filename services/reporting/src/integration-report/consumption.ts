import { pause, progressCollection, type TenantScope } from '@lotsennetz/kernel';
import { Problem, ServiceRuntime } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { factConsumers } from '../facts/facts.stream.js';

const waitMs = 2_000;
const lookEveryMs = 20;

/** Whether reporting has read all that the other services have published. */
@Injectable()
export class Consumption {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Waits up to 2 s. @throws Problem 503 `view-behind`, also while facts of the tenant are parked: a report without them would be wrong. */
  async complete(scope: TenantScope): Promise<void> {
    const deadline = performance.now() + waitMs;
    while ((await this.backlog()) > 0) {
      if (performance.now() > deadline)
        throw behind('Reporting has not read everything published yet. Try again in a moment.');
      await pause(lookEveryMs, this.runtime.signal);
    }
    if (await this.hasParked(scope))
      throw behind('Facts of this tenant are parked. An operator must retry or skip them first.');
  }

  private async backlog(): Promise<number> {
    const figures = await Promise.all(
      Object.entries(factConsumers).map(([topic, consumer]) => this.runtime.bus.backlog(topic, consumer)),
    );
    return figures.reduce((sum, each) => sum + each, 0);
  }

  private async hasParked(scope: TenantScope): Promise<boolean> {
    const parked = await this.runtime.readModels.query<{ readonly consumer: string }>(progressCollection, scope, {
      filter: { 'parked.since': { gt: '' }, consumer: { in: Object.values(factConsumers) } },
      limit: 1,
    });
    return parked.items.length > 0;
  }
}

function behind(title: string): Problem {
  return new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'view-behind', title);
}
