import { AfterQuery, Context, NeedsSelf, ownId, ViewReader, type RequestContext } from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasureList, type ErasureRow } from '../erasure/erasure-list.view.js';
import { holdsOn, type LegalHold } from '../erasure/erasure.stream.js';

interface OwnErasure {
  readonly status: ErasureRow['status'] | 'none';
  readonly statusSince: Day | null;
  readonly requestedBy: NonNullable<ErasureRow['requestedBy']> | null;
  /** Why it must wait, and until when: whoever asked is owed the reason (Art. 12 para. 4 DSGVO). */
  readonly holds: readonly Omit<LegalHold, 'holdId'>[];
  readonly carryOutOn: Day | null;
}

@ApiTags('privacy')
@Controller('registration/:tenant/me/erasure')
export class OwnErasureHttp {
  constructor(private readonly reader: ViewReader) {}

  /** How far it is with being forgotten; `none` where nobody has asked for it. */
  @Get()
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({
    description: '{status, statusSince, requestedBy, holds: [{reason, until}], carryOutOn}; holds that still hold.',
  })
  async mine(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<OwnErasure> {
    await this.reader.reach(after);
    const row = await this.reader.find(context, erasureList, ownId(context));
    const holds = holdsOn({ holds: row?.holds ?? [] }, context.today);
    return {
      status: row?.status ?? 'none',
      statusSince: row?.statusSince ?? null,
      requestedBy: row?.requestedBy ?? null,
      holds: holds.map(({ reason, until }) => ({ reason, until })),
      carryOutOn: row?.carryOutOn ?? null,
    };
  }
}
