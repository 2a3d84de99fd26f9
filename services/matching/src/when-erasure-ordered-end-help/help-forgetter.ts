import type { Day, Decision, TenantScope } from '@lotsennetz/kernel';
import { Commands, PersonForgetter, ViewReader, type ErasureTask } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { helper, type HelperEvent, type HelperState } from '../helper/helper.stream.js';
import { Places } from '../places.js';
import { placementList } from '../request/placement-list.view.js';
import { proposalList } from '../request/proposal-list.view.js';
import { requestList } from '../request/request-list.view.js';
import { request } from '../request/request.stream.js';
import { endErasedHelp } from './end-erased-help.decider.js';

/** What matching does about an erased person beside the keys: nobody waits for them, and no place is held by them. */
@Injectable()
export class HelpForgetter extends PersonForgetter {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
    private readonly places: Places,
  ) {
    super();
  }

  override async forget(task: ErasureTask): Promise<void> {
    const { scope, subjectId, kind, order, consumer } = task;
    // First, so that nobody is proposed or confirmed any more while their requests are looked for.
    if (kind === 'volunteer') {
      const command = { on: order.happenedOn };
      const learn = { stream: helper, id: subjectId, decide: learnErasure, command, part: 'helper' };
      await this.commands.react(order, consumer, learn);
    }
    await this.reader.reachNow();
    const requestIds = kind === 'volunteer' ? this.helpedBy(scope, subjectId) : this.askedBy(scope, subjectId);
    for (const id of await requestIds) await this.endHelp(task, id);
  }

  private async endHelp({ scope, subjectId, order, consumer }: ErasureTask, requestId: string): Promise<void> {
    const command = { subjectId, on: order.happenedOn };
    const task = { stream: request, id: requestId, decide: endErasedHelp, command };
    const outcome = await this.commands.react(order, consumer, task);
    if (outcome.kind !== 'done') return;
    for (const event of outcome.events)
      if (event.type === 'PlacementEnded') {
        const { placementId, volunteerId } = event.data;
        const place = { placementId, requestId, on: event.happenedOn, cause: 'ended' } as const;
        await this.places.release({ scope, actor: `reaction:${consumer}` }, volunteerId, place);
      }
  }

  private async helpedBy(scope: TenantScope, volunteerId: string): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for await (const row of this.reader.all({ scope }, proposalList, { volunteerId })) ids.add(row.requestId);
    for await (const row of this.reader.all({ scope }, placementList, { volunteerId })) ids.add(row.requestId);
    return ids;
  }

  private async askedBy(scope: TenantScope, subjectId: string): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for await (const row of this.reader.all({ scope }, requestList, { about: subjectId })) ids.add(row.id);
    return ids;
  }
}

function learnErasure({ on }: { readonly on: Day }, { standing }: HelperState): Decision<HelperEvent, never> {
  return standing === 'erased' ? [] : [{ type: 'ErasureLearnt', happenedOn: on, data: {} }];
}
