import { addDays, dayAt, deriveId, instantAt, pause, TenantScope, type Day, type Instant } from '@lotsennetz/kernel';
import { Commands, ServiceRuntime, ViewReader } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { message } from '../message/message.stream.js';
import { queueMessage } from '../queue-message.decider.js';
import { reminderPlan, type ReminderPlan } from './reminder-plan.projection.js';

const lookEveryMs = 60_000;
/** On the day before, on the tenant's wall clock. */
const remindAt = '09:00';

type Session = ReminderPlan['sessions'][number];
type Tenant = { readonly scope: TenantScope; readonly timeZone: string };

/** Reminds everybody enrolled at 09:00 on the day before each session; once, and late rather than never while it has not begun. */
@Injectable()
export class Reminders implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly commands: Commands,
  ) {}

  onApplicationBootstrap(): void {
    this.runtime.keepOneRunning('reminders', async (signal) => {
      while (!signal.aborted) {
        await this.queueDue();
        await pause(lookEveryMs, signal);
      }
    });
  }

  /** Queues every reminder that is due now. May be repeated: a reminder's id derives from course, session and person. */
  async queueDue(): Promise<void> {
    const now = this.runtime.clock.now();
    for (const { id, timeZone } of this.runtime.access.all())
      await this.remindTenant({ scope: TenantScope.of(id), timeZone }, now);
  }

  private async remindTenant(tenant: Tenant, now: Instant): Promise<void> {
    const today = dayAt(now, tenant.timeZone);
    // Who was enrolled before today should have heard yesterday; if the platform stood still then, they hear now.
    await this.remindOf(today, tenant, now);
    if (now >= instantAt(today, remindAt, tenant.timeZone)) await this.remindOf(addDays(today, 1), tenant, now);
  }

  private async remindOf(heldOn: Day, tenant: Tenant, now: Instant): Promise<void> {
    for await (const plan of this.reader.all(tenant, reminderPlan, { sessionDays: { has: heldOn } }))
      for (const session of plan.sessions)
        if (session.heldOn === heldOn && instantAt(heldOn, session.startsAt, tenant.timeZone) > now)
          for (const { volunteerId, since } of plan.participants)
            if (since < heldOn) await this.remind(tenant, now, { plan, session, volunteerId });
  }

  private async remind(
    { scope, timeZone }: Tenant,
    now: Instant,
    due: { readonly plan: ReminderPlan; readonly session: Session; readonly volunteerId: string },
  ): Promise<void> {
    const { session, volunteerId } = due;
    const { courseId, courseCode, courseTitle, town } = due.plan;
    const { number, title, heldOn, startsAt } = session;
    const id = deriveId('reminder', scope.tenant, courseId, heldOn, String(number), volunteerId);
    const params = { courseId, courseCode, courseTitle, town, heldOn, startsAt };
    const command = {
      template: 'reminder',
      recipientId: volunteerId,
      params: { ...params, sessionNumber: number, sessionTitle: title },
      dueAt: now,
      on: dayAt(now, timeZone),
    } as const;
    await this.commands.run(
      { scope, actor: 'reminders', key: id },
      { stream: message, id, decide: queueMessage, command },
    );
  }
}
