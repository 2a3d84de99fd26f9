import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Needs, NeedsSelf } from '../access/need.js';
import { Context, type RequestContext } from '../http/context.js';
import { FromQuery, Text, WholeNumber } from '../http/fields.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { ServiceRuntime } from '../service-runtime.js';
import type { ListAnswer } from '../view-reader.js';
import { tell, type TellableLook } from './access-log-words.js';

class LooksQuery {
  @FromQuery()
  @WholeNumber({ optional: true, min: 1, max: 200, description: 'Rows in a page; 50 unless told otherwise.' })
  readonly limit?: number;

  @Text({ optional: true, max: 2000, description: 'The `next` of the page before.' })
  readonly cursor?: string;
}

const answer = {
  description:
    '{items: [{at, roles, relation, organisation, purpose, grantedFor, seen, sentence: {de, en}}], next}; the latest first. Each service answers for itself.',
};

/**
 * `GET /{service}/{tenant}/access-log/{subjectId}` and `/me/access-log`: who saw what about a person, and why
 * (Art. 15 DSGVO). A class for each service, because the path is its own.
 */
export function accessLogHttp(service: string): Type {
  @ApiTags(service)
  @Controller(`${service}/:tenant`)
  class AccessLogHttp {
    constructor(private readonly runtime: ServiceRuntime) {}

    @Get('me/access-log')
    @NeedsSelf('volunteer', 'newcomer')
    @ApiOkResponse(answer)
    mine(@Context() context: RequestContext, @Query() query: LooksQuery): Promise<ListAnswer<TellableLook>> {
      if (context.subjectId === undefined) throw notFound();
      return this.looks(context, context.subjectId, query);
    }

    @Get('access-log/:subjectId')
    @Needs('administrator')
    @ApiOkResponse(answer)
    of(
      @Context() context: RequestContext,
      @PathId('subjectId') subject: string,
      @Query() query: LooksQuery,
    ): Promise<ListAnswer<TellableLook>> {
      return this.looks(context, subject, query);
    }

    private async looks(
      { scope }: RequestContext,
      subject: string,
      { limit = 50, cursor }: LooksQuery,
    ): Promise<ListAnswer<TellableLook>> {
      const page = await this.runtime.accessLog.of(scope, subject, { limit, cursor });
      const nameOf = (tenant: string) => this.runtime.access.tenant(tenant)?.name ?? tenant;
      return {
        items: page.items.map(({ row }) => tell(row, nameOf(row.from ?? scope.tenant))),
        next: page.next ?? null,
      };
    }
  }
  return AccessLogHttp;
}
