import {
  dayAt,
  isErased,
  loadState,
  open,
  openAll,
  pause,
  TenantScope,
  type Day,
  type Instant,
  type Opened,
} from '@lotsennetz/kernel';
import {
  Commands,
  Deployment,
  inSpan,
  MailPort,
  platformTenant,
  ServiceRuntime,
  type Counter,
} from '@lotsennetz/platform';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { contact, type Contact } from '../contact/contact.stream.js';
import { invitation, stillOpen } from '../invitation/invitation.stream.js';
import { message, type MessageContent } from '../message/message.stream.js';
import { outbox, type OutboxRow } from '../outbox/outbox.view.js';
import { addressed, languageFor, letterFor } from '../templates/render.body.js';
import { answerAddress } from './answer-address.js';
import { mailCounter, outcomeOf, type MailOutcome } from './mail-figures.js';
import { recordAttempt, type Attempt } from './record-attempt.decider.js';
import { traceOfMessage } from './trace-of-message.js';

const lookEveryMs = 1_000;
const atOnce = 8;
/** A message may overtake the news of whom it is for; so long it waits without counting as failed. */
const patienceMs = 60_000;

/** Sends what is due, and records how it went. Whoever is written to is opened here and nowhere earlier. */
@Injectable()
export class MessageSender implements OnApplicationBootstrap {
  private readonly logger = new Logger('mail');
  private readonly mails: Counter;
  private wake: () => void = () => undefined;

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly deployment: Deployment,
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
    const attempt = await this.attempt(scope, { id, content: state.content, now });
    const isEarly = Date.parse(now) - Date.parse(queuedAt) < patienceMs;
    if (attempt.outcome === 'failed' && attempt.reason === 'unknown-recipient' && isEarly) return 'not-yet';
    const command = { attempt, now, on: this.todayIn(scope, now) };
    await this.commands.run(
      { scope, actor: 'message-sender', key: `${id}@${revision}` },
      { stream: message, id, decide: recordAttempt, command },
    );
    const outcome = outcomeOf(attempt);
    if (outcome) this.mails.add({ outcome });
    return outcome ?? 'withdrawn';
  }

  private async attempt(
    scope: TenantScope,
    what: { readonly id: string; readonly content: MessageContent; readonly now: Instant },
  ): Promise<Attempt> {
    if (await this.isPointless(scope, what)) return { outcome: 'pointless', reason: 'invitation-over' };
    const at = { scope, id: what.content.recipientId };
    const { state } = await loadState(this.runtime, contact, at);
    if (state.restricted) return { outcome: 'failed', reason: 'restricted', final: true };
    if (state.status === 'unknown') return { outcome: 'failed', reason: 'unknown-recipient', final: false };
    const person = await openAll(this.runtime.keys, scope, state.contact);
    const { givenName, familyName, email } = person;
    if (isErased(givenName) || isErased(familyName) || isErased(email))
      return { outcome: 'failed', reason: 'erased', final: true };
    if (typeof email !== 'string') return { outcome: 'failed', reason: 'no-address', final: true };
    const sent = await this.deliver(scope, what, { person, name: `${givenName} ${familyName}`, address: email });
    // Forgotten while it was on its way: whoever empties the files has not seen this one.
    if (isErased(await open(this.runtime.keys, scope, state.contact.givenName)))
      await this.mail.remove(scope.tenant, [what.id]);
    return sent;
  }

  /** An invitation may be accepted, replaced or taken back while its mail waits. */
  private async isPointless(
    scope: TenantScope,
    { content, now }: { readonly content: MessageContent; readonly now: Instant },
  ): Promise<boolean> {
    const { membershipId } = content.params;
    if (content.template !== 'membership-invited' || membershipId === undefined) return false;
    const { state } = await loadState(this.runtime, invitation, { scope, id: membershipId });
    return !stillOpen(content, state, this.todayIn(scope, now));
  }

  private async deliver(
    scope: TenantScope,
    { id, content, now }: { readonly id: string; readonly content: MessageContent; readonly now: Instant },
    to: { readonly person: Opened<Contact>; readonly name: string; readonly address: string },
  ): Promise<Attempt> {
    const { publicUrl } = this.deployment.config;
    const sender = { tenantName: this.nameOf(scope), publicUrl };
    const language = languageFor(to.person.preferredLanguage);
    const answerAt = await answerAddress(this.runtime.keys, { scope, publicUrl }, { content, now });
    const letter = letterFor(content, language, { ...sender, ...(answerAt ? { answerAt } : {}) });
    const result = await this.mail
      .deliver({
        messageId: `${id}@${new URL(publicUrl).hostname}`,
        tenant: scope.tenant,
        to: { name: to.name, address: to.address },
        subject: letter.subject,
        text: addressed(letter, language, { ...sender, name: to.name }),
        language,
        date: now,
      })
      .catch((error: unknown) => this.unreachable(id, error));
    if (result === 'delivered') return { outcome: 'sent', language };
    return { outcome: 'failed', reason: result, final: result === 'rejected' };
  }

  private nameOf({ tenant }: TenantScope): string {
    return tenant === platformTenant ? 'Lotsennetz' : (this.runtime.access.tenant(tenant)?.name ?? tenant);
  }

  private todayIn({ tenant }: TenantScope, now: Instant): Day {
    return dayAt(now, this.runtime.access.tenant(tenant)?.timeZone ?? 'Europe/Berlin');
  }

  // A full disk, say: the message waits like for a server that does not answer.
  private unreachable(id: string, error: unknown): 'unreachable' {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    this.logger.warn(`message ${id} could not be handed over: ${code}`);
    return 'unreachable';
  }

  private async somethingNew(signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    this.wake = () => waiting.abort();
    await pause(lookEveryMs, AbortSignal.any([signal, waiting.signal]));
  }
}
