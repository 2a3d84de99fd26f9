import { isErased, loadState, open, type TenantScope } from '@lotsennetz/kernel';
import {
  AfterQuery,
  Context,
  Deployment,
  Needs,
  office,
  PathId,
  ServiceRuntime,
  ViewReader,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { contact, type ContactState } from '../contact/contact.stream.js';
import type { MessageLanguage } from '../message/message.stream.js';
import { outbox } from '../outbox/outbox.view.js';
import { addressed, languageFor, letterFor } from '../templates/render.body.js';

interface MessagePreview {
  readonly id: string;
  /** That it was sent in, or would be. */
  readonly language: MessageLanguage;
  readonly subject: string;
  /** The whole mail, with greeting and closing. */
  readonly text: string;
}

/** Stands where a name is not known (any more), and where a link would be. */
const leftOut = '…';

@ApiTags('notifications')
@Controller('notifications/:tenant/messages/:id/preview')
export class MessagePreviewHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
    private readonly deployment: Deployment,
  ) {}

  /** What the mail says, by name and in the recipient's language. Links that act are left out: whoever has one may answer. */
  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{id, language, subject, text}' })
  async preview(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<MessagePreview> {
    const { scope } = context;
    const row = await this.reader.one(context, outbox, { id, after });
    const { state } = await loadState(this.runtime, contact, { scope, id: row.recipientId });
    const preferred = state.status === 'known' ? state.contact.preferredLanguage : undefined;
    const language = row.language ?? languageFor(preferred);
    const { publicUrl } = this.deployment.config;
    const tenantName = this.runtime.access.tenant(scope.tenant)?.name ?? scope.tenant;
    const sender = { tenantName, publicUrl, answerAt: `${publicUrl}/${leftOut}` };
    const letter = letterFor(row, language, sender);
    const name = await this.nameIn(scope, state);
    return { id, language, subject: letter.subject, text: addressed(letter, language, { ...sender, name }) };
  }

  private async nameIn(scope: TenantScope, state: ContactState): Promise<string> {
    if (state.status === 'unknown') return leftOut;
    const { keys } = this.runtime;
    const givenName = await open(keys, scope, state.contact.givenName);
    const familyName = await open(keys, scope, state.contact.familyName);
    return isErased(givenName) || isErased(familyName) ? leftOut : `${givenName} ${familyName}`;
  }
}
