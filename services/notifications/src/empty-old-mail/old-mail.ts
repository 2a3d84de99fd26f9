import { dayAt, pause, TenantScope, type Day } from '@lotsennetz/kernel';
import { keptLongEnough, MailPort, ServiceRuntime, ViewReader } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { outbox } from '../outbox/outbox.view.js';

const everyMs = 3_600_000;

/** Deletes what is left here of messages whose time is over. That they were sent stays, and names nobody. */
@Injectable()
export class OldMail implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly mail: MailPort,
  ) {}

  onApplicationBootstrap(): void {
    this.runtime.keepOneRunning('old mail', async (signal) => {
      while (!signal.aborted) {
        await this.empty();
        await pause(everyMs, signal);
      }
    });
  }

  /** May be repeated: each day of messages is looked at once. */
  async empty(): Promise<void> {
    const now = this.runtime.clock.now();
    for (const tenant of this.runtime.access.all())
      await this.emptyUpTo(tenant.id, keptLongEnough('messages', tenant, dayAt(now, tenant.timeZone)));
  }

  private async emptyUpTo(tenant: string, day: Day): Promise<void> {
    const { readModels } = this.runtime;
    const checkpoint = `old-mail:${tenant}`;
    const done = (await readModels.checkpoint(checkpoint)) ?? '';
    if (done >= day) return;
    const messages: string[] = [];
    const over = { queuedOn: { gt: done, lte: day } };
    for await (const { id } of this.reader.all({ scope: TenantScope.of(tenant) }, outbox, over)) messages.push(id);
    await this.mail.remove(tenant, messages);
    await readModels.commit([], { [checkpoint]: day });
  }
}
