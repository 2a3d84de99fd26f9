import type { Day, TenantScope } from '@lotsennetz/kernel';
import { Commands, ServiceRuntime, ViewReader } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { exportList } from './export/export-list.view.js';
import { personExport } from './export/export.stream.js';
import { expireExport } from './expire-export.decider.js';

interface By {
  readonly scope: TenantScope;
  readonly actor: string;
  readonly on: Day;
}

/** Ends exports: the key first, so that a crash leaves nothing that can be read. May be repeated. */
@Injectable()
export class Exports {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly commands: Commands,
  ) {}

  /** All of one person, whatever their state. */
  async expireThoseOf(by: By, subjectId: string): Promise<void> {
    await this.reader.reachNow();
    for await (const { id } of this.reader.all(by, exportList, { subjectId })) await this.expire(by, id);
  }

  /** All whose last day is over. */
  async expireDue(by: By): Promise<void> {
    const over = { status: { in: ['gathering', 'complete'] }, expiresOn: { lt: by.on } };
    for await (const { id } of this.reader.all(by, exportList, over)) await this.expire(by, id);
  }

  private async expire({ scope, actor, on }: By, id: string): Promise<void> {
    await this.runtime.keys.forget(scope, id);
    const task = { stream: personExport, id, decide: expireExport, command: { on } };
    await this.commands.run({ scope, actor, key: `expire ${id}` }, task);
  }
}
