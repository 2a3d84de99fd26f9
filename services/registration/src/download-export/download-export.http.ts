import { Context, Needs, NeedsSelf, office, PathId, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { PdfPrinter } from '@lotsennetz/platform/documents';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { exportDocument } from './export-document.js';
import { exportTemplate } from './export.template.js';
import { GatheredExports, type Gathered } from './gathered.js';

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

  private asJson({ export: { subjectId, kind, requestedOn }, services }: Gathered): StreamableFile {
    const content = {
      format: 'lotsennetz-export-1',
      subjectId,
      kind,
      requestedOn,
      services: Object.fromEntries(services),
    };
    const file = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
    return new StreamableFile(file, {
      type: json,
      disposition: 'attachment; filename="data.json"',
      length: file.length,
    });
  }

  private asPdf({ scope }: RequestContext, gathered: Gathered): StreamableFile {
    const tenant = this.runtime.access.tenant(scope.tenant);
    const document = exportDocument(gathered, {
      name: tenant?.name ?? scope.tenant,
      legalRegime: tenant?.legalRegime ?? 'DSGVO',
      ...(tenant?.federalState ? { federalState: tenant.federalState } : {}),
      ...(tenant?.retention ? { retention: tenant.retention } : {}),
    });
    const inputs = { document: JSON.stringify(document), title: document.title, lang: document.language };
    const file = this.printer.print({ template: exportTemplate, inputs });
    return new StreamableFile(file, { type: pdf, disposition: 'attachment; filename="data.pdf"', length: file.length });
  }
}
