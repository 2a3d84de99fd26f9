import { dayAt, loadState, pause, TenantScope, type Day, type Instant } from '@lotsennetz/kernel';
import { Commands, ServiceRuntime } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { guestEnrolment, type GuestEnrolmentState } from '../guest-enrolment/guest-enrolment.stream.js';
import { GuestSeats, type CourseElsewhere } from '../guest-seats.js';
import { learnFromHost } from '../learn-from-host.decider.js';
import { guestSeatsHeld, type HeldSeat, type HeldSeatsRow } from './guest-seats-held.projection.js';

const everyMs = 60_000;
/** Far longer than an enrolment can take between its two steps. */
const patienceMs = 5 * 60_000;

/** Settles guests' places on which host and partner do not agree, because a crash has cut an enrolment or its end in half. */
@Injectable()
export class GuestSeatSweep implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly seats: GuestSeats,
  ) {}

  onApplicationBootstrap(): void {
    this.runtime.keepOneRunning('guest seat sweep', async (signal) => {
      while (!signal.aborted) {
        await this.sweep(this.runtime.clock.now());
        await pause(everyMs, signal);
      }
    });
  }

  /** Answers how many places it has settled. */
  async sweep(now: Instant): Promise<number> {
    const collection = this.runtime.views.collection(guestSeatsHeld.name);
    let settled = 0;
    for await (const { scope, row } of this.runtime.readModels.scan<HeldSeatsRow>(collection))
      for (const held of row.held)
        if (await this.settle({ host: scope.tenant, courseId: row.courseId }, held, now)) settled += 1;
    return settled;
  }

  private async settle(at: CourseElsewhere, held: HeldSeat, now: Instant): Promise<boolean> {
    const { partner, enrolmentId } = held;
    const scope = TenantScope.of(partner);
    const { state } = await loadState(this.runtime, guestEnrolment, { scope, id: enrolmentId });
    const on = dayAt(now, this.runtime.access.tenant(partner)?.timeZone ?? 'UTC');
    const cause = causeToRelease(state, held, now);
    if (cause) {
      await this.seats.release(at, { partner, enrolmentId, on, cause });
      return true;
    }
    return held.place === 'enrolled' && state.status === 'waiting' && this.promote(at, held, on);
  }

  /** The host moved the guest up before the partner had confirmed the place on the waiting list. */
  private async promote(at: CourseElsewhere, { partner, enrolmentId: id }: HeldSeat, on: Day): Promise<true> {
    const origin = { scope: TenantScope.of(partner), actor: 'guest-seat-sweep', key: this.runtime.ids.next() };
    const command = { ...at, learnt: { kind: 'promoted' }, on } as const;
    await this.commands.run(origin, { stream: guestEnrolment, id, decide: learnFromHost, command });
    return true;
  }
}

function causeToRelease(
  { status }: GuestEnrolmentState,
  { since }: HeldSeat,
  now: Instant,
): 'withdrawn' | 'never-confirmed' | undefined {
  switch (status) {
    case 'enrolled':
    case 'waiting':
      return undefined;
    case 'cancelled':
    case 'unknown':
      // Also after an earlier place was given up, somebody may just be confirming a new one.
      if (Date.parse(now) - Date.parse(since) <= patienceMs) return undefined;
      return status === 'cancelled' ? 'withdrawn' : 'never-confirmed';
  }
}
