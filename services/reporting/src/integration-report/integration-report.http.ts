import { instant, type Day } from '@lotsennetz/kernel';
import {
  Context,
  invalidInput,
  Moment,
  Needs,
  OnDay,
  OneOf,
  OpenToOversight,
  reporters,
  ServiceRuntime,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Headers, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Consumption } from './consumption.js';
import { integrationReportCsv } from './integration-report.csv.js';
import { integrationReport, type IntegrationReport } from './integration-report.js';
import { reportForOthers, type SuppressedReport } from './report-for-others.js';

const formats = ['json', 'csv'] as const;

class IntegrationReportQuery {
  @OnDay({ optional: true, description: 'What had happened by the end of this day; today unless told otherwise.' })
  readonly asOf?: Day;
  @Moment({ optional: true, description: 'Only what was recorded by this moment. Not in the future.' })
  readonly knownAt?: string;
  @OneOf(formats, { optional: true, description: 'Also by Accept: text/csv.' })
  readonly format?: (typeof formats)[number];
}

@ApiTags('reporting')
@Controller('reporting/:tenant/reports/integration')
export class IntegrationReportHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly consumption: Consumption,
  ) {}

  /** The figures of the tenant; 503 `view-behind` while reporting has not read everything published. */
  @Get()
  @Needs(...reporters)
  @OpenToOversight('aggregates')
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({
    description:
      'Figures with definition, positions and hash; as CSV one figure a line, with German labels. A county gets counts below five, and what they follow from, as null.',
  })
  async show(
    @Context() context: RequestContext,
    @Query() query: IntegrationReportQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<IntegrationReport | SuppressedReport | StreamableFile> {
    const { scope, now, today } = context;
    const knownAt = query.knownAt === undefined ? undefined : instant(query.knownAt);
    if (knownAt !== undefined && knownAt > now)
      throw invalidInput([{ field: 'knownAt', problem: 'must not lie in the future' }]);
    await this.consumption.complete(scope);
    const exact = await integrationReport(this.runtime, scope, { asOf: query.asOf ?? today, knownAt, now });
    const report = seesExactFigures(context) ? exact : reportForOthers(exact);
    if (query.format === 'json' || (query.format === undefined && !accept?.includes('text/csv'))) return report;
    return new StreamableFile(Buffer.from(integrationReportCsv(report)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="integrationsbericht-${scope.tenant}-${report.asOf}.csv"`,
    });
  }
}

/** The tenant's own people do; a county where the tenant's grant says so. */
function seesExactFigures({ relation, oversightFields }: RequestContext): boolean {
  return relation === 'member' || oversightFields.includes('exact-figures');
}
