import { dayAt, pause, TenantScope } from '@lotsennetz/kernel';
import { ServiceRuntime } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Exports } from '../exports.js';

const everyMs = 3_600_000;

/** Destroys the key of every export whose last day is over. */
@Injectable()
export class ExportSweep implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly exports: Exports,
  ) {}

  onApplicationBootstrap(): void {
    this.runtime.keepOneRunning('export sweep', async (signal) => {
      while (!signal.aborted) {
        await this.sweep();
        await pause(everyMs, signal);
      }
    });
  }

  async sweep(): Promise<void> {
    const now = this.runtime.clock.now();
    for (const { id, timeZone } of this.runtime.access.all())
      await this.exports.expireDue({ scope: TenantScope.of(id), actor: 'export-sweep', on: dayAt(now, timeZone) });
  }
}
