import type { Filter, Opened } from '@lotsennetz/kernel';
import {
  Context,
  ListQuery,
  Needs,
  office,
  OneOf,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { staffList, type StaffRow } from '../membership/staff-list.view.js';

const statuses = ['invited', 'active', 'ended'] as const;

class StaffQuery extends ListQuery {
  @OneOf(statuses, { optional: true })
  readonly status?: (typeof statuses)[number];
}

@ApiTags('registration')
@Controller('registration/:tenant')
export class StaffListHttp {
  constructor(private readonly reader: ViewReader) {}

  /** Who works for the tenant. */
  @Get('staff')
  @Needs('administrator')
  @ApiOkResponse({ description: '{items, next}' })
  staff(@Context() context: RequestContext, @Query() query: StaffQuery): Promise<ListAnswer<Opened<StaffRow>>> {
    return this.list(context, query, 'staff');
  }

  /** Volunteers and newcomers with an account of their own, or an invitation to one. */
  @Get('accounts')
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}; `subjectId` is the volunteer or newcomer.' })
  accounts(@Context() context: RequestContext, @Query() query: StaffQuery): Promise<ListAnswer<Opened<StaffRow>>> {
    return this.list(context, query, 'account');
  }

  private list(
    context: RequestContext,
    { status, ...query }: StaffQuery,
    kind: StaffRow['kind'],
  ): Promise<ListAnswer<Opened<StaffRow>>> {
    const filter: Filter = status ? { kind, status } : { kind };
    return this.reader.list(context, staffList, { ...query, filter, orderBy: 'statusSince' });
  }
}
