import { dayAt, defaultTimeZone, loadState, pause, TenantScope, type Day, type Instant } from '@lotsennetz/kernel';
import { Commands, inSpan, MailPort, platformTenant, ServiceRuntime, type Counter } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { message } from '../message/message.stream.js';
import { outbox, type OutboxRow } from '../outbox/outbox.view.js';
import { mailCounter, outcomeOf, type MailOutcome } from './mail-figures.js';
import { MessageDelivery } from './message-delivery.js';
import { recordAttempt } from './record-attempt.decider.js';
import { traceOfMessage } from './trace-of-message.js';

const lookEveryMs = 1_000;
const atOnce = 8;
/** A message may overtake the news of whom it is for; so long it waits without counting as failed. */
const patienceMs = 60_000;

/** Sends what is due, and records how it went. */
@Injectable()
export class MessageSender implements OnApplicationBootstrap {
  private readonly mails: Counter;
  private wake: () => void = () => undefined;

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly delivery: MessageDelivery,
    private readonly mail: MailPort,
  ) {
    this.mails = mailCounter(runtime.telemetry.metrics);
  }

  onApplicationBootstrap(): void {
    this.runtime.views.onChanges((changes) => {
      if (changes.some(({ collection }) => collection.startsWith(`${outbox.name}.`))) this.wake();
    });
    this.runtime.keepOneRunning('mail', async (signal) => {
      while (!signal.aborted) if ((await this.sendDue()) === 0) await this.somethingNew(signal);
      // A replica that lost its turn may get it back: the way out is closed only with the service.
      if (this.runtime.signal.aborted) await this.mail.close();
    });
  }

  /** Tries every message that is due once, and answers how many it tried. */
  async sendDue(): Promise<number> {
    let tried = 0;
    // The platform itself invites too: those who run it.
    for (const id of [platformTenant, ...this.runtime.access.all().map((tenant) => tenant.id)]) {
      const scope = TenantScope.of(id);
      const due = await this.due(scope);
      for (let first = 0; first < due.length && !this.runtime.signal.aborted; first += atOnce) {
        const group = due.slice(first, first + atOnce);
        const results = await Promise.all(group.map((row) => this.trySending(scope, row)));
        tried += results.filter((wasTried) => wasTried).length;
      }
    }
    return tried;
  }

  private async due(scope: TenantScope): Promise<readonly OutboxRow[]> {
    const page = await this.runtime.readModels.query<OutboxRow>(this.runtime.views.collection(outbox.name), scope, {
      filter: { status: 'queued', dueAt: { lte: this.runtime.clock.now() } },
      orderBy: 'dueAt',
      limit: 200,
    });
    return page.items.map(({ row }) => row);
  }

  /** False when there was nothing to try, or not yet. */
  private async trySending(scope: TenantScope, row: OutboxRow): Promise<boolean> {
    const { tracing } = this.runtime.telemetry;
    const parent = tracing.isOn
      ? await traceOfMessage(this.runtime.eventStore, message.name(scope, row.id))
      : undefined;
    const span = { name: 'send mail', kind: 'client', parent, attributes: { 'lotsennetz.message': row.id } } as const;
    return inSpan(tracing, span, async (running) => {
      const outcome = await this.sendAndRecord(scope, row);
      running.set({ 'lotsennetz.outcome': outcome });
      return outcome !== 'not-yet';
    });
  }

  private async sendAndRecord(
    scope: TenantScope,
    { id, queuedAt }: OutboxRow,
  ): Promise<MailOutcome | 'withdrawn' | 'not-yet'> {
    // The view says where to look; whether the message is still to be sent, only its own history knows.
    const { state, revision } = await loadState(this.runtime, message, { scope, id });
    const now = this.runtime.clock.now();
    if (state.status !== 'queued' || state.dueAt > now) return 'not-yet';
    const today = this.todayIn(scope, now);
    const attempt = await this.delivery.attempt(scope, { id, content: state.content, now, today });
    const isEarly = Date.parse(now) - Date.parse(queuedAt) < patienceMs;
    if (attempt.outcome === 'failed' && attempt.reason === 'unknown-recipient' && isEarly) return 'not-yet';
    const command = { attempt, now, on: today };
    await this.commands.run(
      { scope, actor: 'message-sender', key: `${id}@${revision}` },
      { stream: message, id, decide: recordAttempt, command },
    );
    const outcome = outcomeOf(attempt);
    if (outcome) this.mails.add({ outcome });
    return outcome ?? 'withdrawn';
  }

  private todayIn({ tenant }: TenantScope, now: Instant): Day {
    return dayAt(now, this.runtime.access.tenant(tenant)?.timeZone ?? defaultTimeZone);
  }

  private async somethingNew(signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    this.wake = () => waiting.abort();
    await pause(lookEveryMs, AbortSignal.any([signal, waiting.signal]));
  }
}
