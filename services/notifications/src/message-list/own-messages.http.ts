import {
  Context,
  Deployment,
  ListQuery,
  NeedsSelf,
  ownId,
  ServiceRuntime,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { outbox, type OutboxRow } from '../outbox/outbox.view.js';
import { letterFor } from '../templates/render.body.js';

type OwnMessage = Pick<OutboxRow, 'id' | 'template' | 'status' | 'queuedAt' | 'sentAt'> & {
  readonly subject: string;
  readonly paragraphs: readonly string[];
};

@ApiTags('notifications')
@Controller('notifications/:tenant/me/messages')
export class OwnMessagesHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
    private readonly deployment: Deployment,
  ) {}

  /** What was written to whoever asks, the newest first; without links that act. */
  @Get()
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({ description: '{items: [{id, template, status, queuedAt, sentAt, subject, paragraphs}], next}' })
  async list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<OwnMessage>> {
    const filter = { recipientId: ownId(context) };
    const page = await this.reader.list(context, outbox, { ...query, filter, orderBy: 'queuedAt', descending: true });
    return { ...page, items: page.items.map((row) => this.shown(context, row)) };
  }

  private shown({ scope }: RequestContext, row: OutboxRow): OwnMessage {
    const { id, template, status, queuedAt, sentAt } = row;
    const tenantName = this.runtime.access.tenant(scope.tenant)?.name ?? scope.tenant;
    const sender = { tenantName, publicUrl: this.deployment.config.publicUrl };
    return { id, template, status, queuedAt, sentAt, ...letterFor(row, row.language ?? 'de', sender) };
  }
}
