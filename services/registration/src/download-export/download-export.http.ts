import { Context, Needs, NeedsSelf, office, PathId, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { PdfPrinter } from '@lotsennetz/platform/documents';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { exportJson, exportPdf } from './export-files.js';
import type { Gathered } from './gathered.js';
import { GatheredExports } from './gathered-exports.js';

const pdf = 'application/pdf';
const json = 'application/json';

/** Two forms of the same: everything for machines, and what it means for people. Until the export expires. */
@ApiTags('privacy')
@Controller('registration/:tenant')
export class DownloadExportHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly gathered: GatheredExports,
    private readonly printer: PdfPrinter,
  ) {}

  @Get('exports/:id/data.json')
  @Needs(...office)
  @Header('cache-control', 'private, no-store')
  @ApiProduces(json)
  @ApiOkResponse({ description: 'Everything, by service; 409 `still-gathering`, 410 `expired`.' })
  async data(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    return this.asJson(await this.gathered.read(context, id));
  }

  @Get('exports/:id/document.pdf')
  @Needs(...office)
  @Header('cache-control', 'private, no-store')
  @ApiProduces(pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    return this.asPdf(context, await this.gathered.read(context, id));
  }

  @Get('me/exports/:id/data.json')
  @NeedsSelf('volunteer', 'newcomer')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(json)
  @ApiOkResponse({ description: 'Everything, by service; 409 `still-gathering`, 410 `expired`.' })
  async myData(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    return this.asJson(await this.gathered.read(context, id, context.subjectId ?? ''));
  }

  @Get('me/exports/:id/document.pdf')
  @NeedsSelf('volunteer', 'newcomer')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async myDocument(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    return this.asPdf(context, await this.gathered.read(context, id, context.subjectId ?? ''));
  }

  private asJson(gathered: Gathered): StreamableFile {
    const file = exportJson(gathered);
    return new StreamableFile(file, {
      type: json,
      disposition: 'attachment; filename="data.json"',
      length: file.length,
    });
  }

  private asPdf({ scope }: RequestContext, gathered: Gathered): StreamableFile {
    const tenant = this.runtime.access.tenant(scope.tenant);
    const file = exportPdf(this.printer, gathered, {
      ...tenant,
      name: tenant?.name ?? scope.tenant,
      legalRegime: tenant?.legalRegime ?? 'DSGVO',
    });
    return new StreamableFile(file, { type: pdf, disposition: 'attachment; filename="data.pdf"', length: file.length });
  }
}
