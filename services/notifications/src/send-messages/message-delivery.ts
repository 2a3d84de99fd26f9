import {
  isErased,
  loadState,
  open,
  openAll,
  type Day,
  type Instant,
  type Opened,
  type TenantScope,
} from '@lotsennetz/kernel';
import { Deployment, MailPort, platformTenant, ServiceRuntime } from '@lotsennetz/platform';
import { Injectable, Logger } from '@nestjs/common';
import { contact, type Contact } from '../contact/contact.stream.js';
import { invitation, stillOpen } from '../invitation/invitation.stream.js';
import type { MessageContent } from '../message/message.stream.js';
import { addressed, languageFor, letterFor } from '../templates/render.body.js';
import { answerAddress } from './answer-address.js';
import type { Attempt } from './record-attempt.decider.js';

/** A message whose time has come. */
export interface DueMessage {
  readonly id: string;
  readonly content: MessageContent;
  readonly now: Instant;
  /** In the tenant's time zone. */
  readonly today: Day;
}

/** Writes one message to whom it is for, and hands it over to the mail's way out. */
@Injectable()
export class MessageDelivery {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly deployment: Deployment,
    private readonly mail: MailPort,
  ) {}

  /** What comes of sending the message now. Whoever is written to is opened here and nowhere earlier. */
  async attempt(scope: TenantScope, what: DueMessage): Promise<Attempt> {
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
  private async isPointless(scope: TenantScope, { content, today }: DueMessage): Promise<boolean> {
    const { membershipId } = content.params;
    if (content.template !== 'membership-invited' || membershipId === undefined) return false;
    const { state } = await loadState(this.runtime, invitation, { scope, id: membershipId });
    return !stillOpen(content, state, today);
  }

  private async deliver(
    scope: TenantScope,
    { id, content, now }: DueMessage,
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

  // A full disk, say: the message waits like for a server that does not answer.
  private unreachable(id: string, error: unknown): 'unreachable' {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    this.logger.warn(`message ${id} could not be handed over: ${code}`);
    return 'unreachable';
  }
}
