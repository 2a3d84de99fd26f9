import {
  decodeCursor,
  defaultTimeZone,
  encodeCursor,
  instant,
  type Day,
  type Query as PageQuery,
} from '@lotsennetz/kernel';
import {
  Context,
  FromQuery,
  invalidInput,
  Moment,
  Needs,
  OnDay,
  OneOf,
  reporters,
  ServiceRuntime,
  Text,
  WholeNumber,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Headers, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Consumption } from './consumption.js';
import { differenceCsv } from './difference.csv.js';
import { differenceBetween, placeOf, type DifferenceEvent, type TwoReports } from './difference.js';

const formats = ['json', 'csv'] as const;
const mostInFile = 50_000;

class DifferenceQuery {
  @OnDay({ description: 'The earlier day: what had happened by its end made no difference.' })
  readonly from!: Day;
  @OnDay({ description: 'The later day, or the same one as it was known at two moments.' })
  readonly to!: Day;
  @Moment({ optional: true, description: 'Only what was recorded by this moment. Not in the future.' })
  readonly knownAt?: string;
  @Moment({ optional: true, description: 'What was known of the earlier day; not after `knownAt`, which it is else.' })
  readonly fromKnownAt?: string;
  @OneOf(formats, { optional: true, description: 'Also by Accept: text/csv.' })
  readonly format?: (typeof formats)[number];
  @FromQuery()
  @WholeNumber({ optional: true, min: 1, max: 200, description: 'Rows in a page; 50 unless told otherwise.' })
  readonly limit?: number;
  @Text({ optional: true, max: 2000, description: 'The `next` of the page before.' })
  readonly cursor?: string;
}

@ApiTags('reporting')
@Controller('reporting/:tenant/reports/integration/difference')
export class DifferenceHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly consumption: Consumption,
  ) {}

  /**
   * Which events make the integration report of one day differ from that of an earlier one: what came in after `from`,
   * up to and including `to`, and what was recorded between the two moments about days long gone.
   *
   * For the tenant's own people only, unlike the report: whoever oversees a tenant gets counts, and small ones hidden.
   * Single events are counts of one; with their ids, days and streams they would undo every suppression, and a grant
   * of exact figures is a grant of figures. So the route is not open to oversight at all.
   */
  @Get()
  @Needs(...reporters)
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({
    description:
      '{items, next}: events by (happenedOn, recordedAt, id), with ids and codes only; `daysLate` tells late entries. As CSV all of them, with German labels.',
  })
  async show(
    @Context() context: RequestContext,
    @Query() query: DifferenceQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<ListAnswer<DifferenceEvent> | StreamableFile> {
    const reports = reportsOf(query, context);
    await this.consumption.complete(context.scope);
    if (query.format === 'json' || (query.format === undefined && !accept?.includes('text/csv')))
      return this.page(context, reports, query);
    return this.file(context, reports);
  }

  private async page(
    context: RequestContext,
    reports: TwoReports,
    { limit = 50, cursor, format: _, ...filter }: DifferenceQuery,
  ): Promise<ListAnswer<DifferenceEvent>> {
    const query: PageQuery = { filter: { ...filter }, limit };
    const after = cursor === undefined ? undefined : String(decodeCursor(query, cursor).value);
    const found = await this.events(context, { ...reports, after, most: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    if (found.length <= limit || !last) return { items, next: null };
    return { items, next: encodeCursor(query, { value: placeOf(last), id: last.id }) };
  }

  private async file(context: RequestContext, reports: TwoReports): Promise<StreamableFile> {
    const events = await this.events(context, { ...reports, most: mostInFile + 1 });
    if (events.length > mostInFile)
      throw invalidInput([{ field: 'to', problem: `must be nearer to from: more than ${mostInFile} events` }]);
    const { earlier, later } = reports;
    return new StreamableFile(Buffer.from(differenceCsv(events)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="unterschied-${context.scope.tenant}-${earlier.asOf}-${later.asOf}.csv"`,
    });
  }

  private events(
    { scope }: RequestContext,
    question: TwoReports & { readonly after?: string | undefined; readonly most: number },
  ) {
    const timeZone = this.runtime.access.tenant(scope.tenant)?.timeZone ?? defaultTimeZone;
    return differenceBetween(this.runtime, scope, { ...question, timeZone });
  }
}

/** @throws Problem 400 unless the later report knows all that the earlier one does, and no more than is known today. */
function reportsOf({ from, to, ...known }: DifferenceQuery, { now }: RequestContext): TwoReports {
  const knownAt = known.knownAt === undefined ? undefined : instant(known.knownAt);
  const fromKnownAt = known.fromKnownAt === undefined ? knownAt : instant(known.fromKnownAt);
  if (to < from) throw invalidInput([{ field: 'to', problem: 'must not lie before from' }]);
  if (knownAt !== undefined && knownAt > now)
    throw invalidInput([{ field: 'knownAt', problem: 'must not lie in the future' }]);
  if (fromKnownAt !== undefined && fromKnownAt > (knownAt ?? now))
    throw invalidInput([{ field: 'fromKnownAt', problem: 'must not lie after knownAt' }]);
  return { earlier: { asOf: from, knownAt: fromKnownAt }, later: { asOf: to, knownAt } };
}
