import { dayAt, loadState, pause, TenantScope, type Day } from '@lotsennetz/kernel';
import { Commands, keptLongEnough, ServiceRuntime, ViewReader } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { erasureList } from '../erasure/erasure-list.view.js';
import type { ObjectionReason } from '../erasure/erasure.events.js';
import { erasure } from '../erasure/erasure.stream.js';
import { newcomerDirectory } from '../newcomer/newcomer-directory.view.js';
import { orderErasure } from '../order-erasure.decider.js';
import { volunteerDirectory } from '../volunteer/volunteer-directory.view.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { proposeErasure, type ProposeErasure } from './propose-erasure.decider.js';
import { withdrawProposal } from './withdraw-proposal.decider.js';

const everyMs = 3_600_000;
const actor = 'retention-clock';

interface Tenant {
  readonly scope: TenantScope;
  readonly today: Day;
  /** The last days that are over now. */
  readonly over: Readonly<Record<'declined' | 'left', Day>>;
}

/** Proposes to forget whose time is over, and forgets them thirty days later unless somebody has objected. */
@Injectable()
export class RetentionClock implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly commands: Commands,
  ) {}

  onApplicationBootstrap(): void {
    this.runtime.keepOneRunning('retention clock', async (signal) => {
      while (!signal.aborted) {
        await this.strike();
        await pause(everyMs, signal);
      }
    });
  }

  /** May be repeated: what is proposed or ordered already stays as it is. */
  async strike(): Promise<void> {
    const now = this.runtime.clock.now();
    for (const tenant of this.runtime.access.all()) {
      const today = dayAt(now, tenant.timeZone);
      const over = {
        declined: keptLongEnough('declined-interests', tenant, today),
        left: keptLongEnough('former-volunteers', tenant, today),
      };
      const at = { scope: TenantScope.of(tenant.id), today, over };
      await this.proposeVolunteers(at, 'declined');
      await this.proposeVolunteers(at, 'left');
      await this.proposeNewcomers(at, keptLongEnough('newcomers', tenant, today));
      await this.carryOut(at);
    }
  }

  private async proposeVolunteers(at: Tenant, status: 'declined' | 'left'): Promise<void> {
    const retention = status === 'left' ? 'former-volunteers' : 'declined-interests';
    const over = { status, statusSince: { lte: at.over[status] }, erased: { not: true } };
    for await (const { id, statusSince } of this.reader.all(at, volunteerDirectory, over))
      await this.propose(at, id, { kind: 'volunteer', retention, keptSince: statusSince, on: at.today });
  }

  private async proposeNewcomers(at: Tenant, upTo: Day): Promise<void> {
    const over = { registeredOn: { lte: upTo }, erased: { not: true } };
    for await (const { id, registeredOn } of this.reader.all(at, newcomerDirectory, over))
      await this.propose(at, id, { kind: 'newcomer', retention: 'newcomers', keptSince: registeredOn, on: at.today });
  }

  private async propose({ scope, today }: Tenant, id: string, command: ProposeErasure): Promise<void> {
    const origin = { scope, actor, key: `propose ${id} ${today}` };
    await this.commands.run(origin, { stream: erasure, id, decide: proposeErasure, command });
  }

  // Whether a household is still accompanied, only matching knows: for those a person gives the order.
  private async carryOut(at: Tenant): Promise<void> {
    const { scope, today } = at;
    for await (const { id, carryOutOn } of this.reader.all(at, erasureList, {
      status: 'proposed',
      kind: 'volunteer',
    })) {
      const reason = await this.reasonToKeep(at, id);
      if (reason) await this.withdraw(at, id, reason);
      if (reason || carryOutOn === undefined || today < carryOutOn) continue;
      const origin = { scope, actor, key: `order ${id} ${today}` };
      const command = { on: today, byClock: true };
      const outcome = await this.commands.run(origin, { stream: erasure, id, decide: orderErasure, command });
      if (outcome.kind === 'done' && outcome.state.status === 'ordered') await this.runtime.keys.forget(scope, id);
    }
  }

  /** Since the proposal somebody may have come back, or the tenant may keep data longer: asked of the history, not of a view. */
  private async reasonToKeep({ scope, over }: Tenant, id: string): Promise<ObjectionReason | undefined> {
    const { state } = await loadState(this.runtime, volunteer, { scope, id });
    if (state.status === 'unknown') return undefined;
    if (state.status !== 'left' && state.status !== 'declined') return 'comes-back';
    return state.since <= over[state.status] ? undefined : 'wrong-date';
  }

  private async withdraw({ scope, today }: Tenant, id: string, reason: ObjectionReason): Promise<void> {
    const origin = { scope, actor, key: `withdraw ${id} ${today}` };
    const command = { reason, on: today };
    await this.commands.run(origin, { stream: erasure, id, decide: withdrawProposal, command });
  }
}
