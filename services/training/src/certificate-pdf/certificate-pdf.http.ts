import {
  Context,
  Needs,
  NeedsSelf,
  notFound,
  ownId,
  PathId,
  Problem,
  trainers,
  ViewReader,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Header, HttpStatus, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { certificateView } from '../certificate/certificate.view.js';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer.js';
import { PrintedCertificates } from './printed-certificates.js';

const pdf = 'application/pdf';

@ApiTags('training')
@Controller('training/:tenant')
export class CertificatePdfHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly certificates: PrintedCertificates,
    private readonly printer: CertificatePrinter,
  ) {}

  /** One certificate; 410 `erased` when the person's data was deleted. */
  @Get('certificates/:id.pdf')
  @Needs(...trainers)
  @Header('cache-control', 'private, no-store')
  @ApiProduces(pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async one(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    return this.certificate(context, id);
  }

  /** One's own. */
  @Get('me/certificates/:id.pdf')
  @NeedsSelf('volunteer')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async own(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    return this.certificate(context, id, ownId(context));
  }

  /** All certificates of a course in one file, for the ceremony; people whose data was deleted are left out. */
  @Get('courses/:id/certificates.pdf')
  @Needs(...trainers)
  @Header('cache-control', 'private, no-store')
  @ApiProduces(pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ofCourse(@Context() context: RequestContext, @PathId() id: string): Promise<StreamableFile> {
    await this.reader.reachNow();
    const printed = await this.certificates.ofCourse(context, id);
    return this.file(printed, printed[0]?.courseTitle ?? '');
  }

  /** @throws Problem 404, also for one that is not the person's who asks; 410 when that person was erased. */
  private async certificate(context: RequestContext, id: string, volunteerId?: string): Promise<StreamableFile> {
    await this.reader.reachNow();
    const row = await this.reader.find(context, certificateView, id);
    if (!row || (volunteerId !== undefined && row.volunteerId !== volunteerId)) throw notFound();
    const { courseId, enrolmentId, number } = row;
    if (enrolmentId !== undefined) return this.file(await this.certificates.ofGuest(context, enrolmentId), number);
    return this.file(await this.certificates.ofCourse(context, courseId, id), number);
  }

  /** @throws Problem 410 when everybody was erased. */
  private async file(printed: readonly PrintedCertificate[], name: string): Promise<StreamableFile> {
    if (printed.length === 0)
      throw new Problem(
        HttpStatus.GONE,
        'erased',
        'The data of this person was deleted; there is no certificate any more.',
      );
    const title = `Zertifikat ${name}`;
    const file = await this.printer.print(printed, title);
    const disposition = `inline; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`;
    return new StreamableFile(file, { type: pdf, disposition, length: file.length });
  }
}
