import type { Filter } from '@lotsennetz/kernel';
import {
  AfterQuery,
  Context,
  Deployment,
  Id,
  ListQuery,
  Needs,
  office,
  OneOf,
  PathId,
  ServiceRuntime,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { templateCodes } from '../message/message.stream.js';
import { outbox, type OutboxRow } from '../outbox/outbox.view.js';
import { letterFor } from '../templates/render.body.js';

const statuses = ['queued', 'sent', 'given-up', 'withdrawn'] as const;

class MessageQuery extends ListQuery {
  @OneOf(statuses, { optional: true })
  readonly status?: (typeof statuses)[number];
  @OneOf(templateCodes, { optional: true })
  readonly template?: (typeof templateCodes)[number];
  @Id({ optional: true })
  readonly recipientId?: string;
}

@ApiTags('notifications')
@Controller('notifications/:tenant/messages')
export class MessageListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
    private readonly deployment: Deployment,
  ) {}

  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}, the newest first; `lastError` says why an attempt failed.' })
  async list(@Context() context: RequestContext, @Query() query: MessageQuery): Promise<ListAnswer<OutboxRow>> {
    return this.reader.list(context, outbox, {
      ...query,
      filter: filterOf(query),
      orderBy: 'queuedAt',
      descending: true,
    });
  }

  @Get(':id')
  @Needs(...office)
  @ApiOkResponse({ description: 'The message with its `subject`; name and address of the recipient are not shown.' })
  async one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<OutboxRow & { readonly subject: string }> {
    const row = await this.reader.one(context, outbox, { id, after });
    const { tenant } = context.scope;
    const sender = {
      tenantName: this.runtime.access.tenant(tenant)?.name ?? tenant,
      publicUrl: this.deployment.config.publicUrl,
    };
    return { ...row, subject: letterFor(row, row.language ?? 'de', sender).subject };
  }
}

function filterOf({ status, template, recipientId }: MessageQuery): Filter {
  return {
    ...(status ? { status } : {}),
    ...(template ? { template } : {}),
    ...(recipientId ? { recipientId } : {}),
  };
}
