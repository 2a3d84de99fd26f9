import { Context, Deployment, notFound, Public, ViewReader, type RequestContext } from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Controller, Get, Headers, HttpStatus, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { certificateView, type CertificateRow } from '../certificate/certificate.view.js';

/** What a stranger who holds a certificate may learn: nothing about the person. */
class VerificationAnswer {
  @ApiProperty()
  readonly valid: true;
  @ApiProperty({ type: String, format: 'date' })
  readonly date: Day;
  @ApiProperty()
  readonly courseTitle: string;
}

/** As much of Fastify's answer as this needs. */
interface Reply {
  status(code: number): Reply;
  headers(values: Readonly<Record<string, string>>): Reply;
}

@ApiTags('training')
@Controller('training/:tenant/verify/:code')
export class VerifyCertificateHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly deployment: Deployment,
  ) {}

  /** Where the QR code of a certificate leads: programs are answered, people are led to the portal's page, which asks again. */
  @Get()
  @Public()
  @ApiOkResponse({ type: VerificationAnswer, description: 'A code that was never given out answers 404.' })
  @ApiResponse({ status: HttpStatus.SEE_OTHER, description: 'To browsers: the page that says the same in words.' })
  async verify(
    @Context() context: RequestContext,
    @Param('code') code: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<VerificationAnswer | undefined> {
    reply.headers({ vary: 'accept' });
    if (!accept?.includes('text/html')) return this.answer(context, code);
    const page = `/t/${context.scope.tenant}/zertifikat/${encodeURIComponent(code)}`;
    reply.status(HttpStatus.SEE_OTHER).headers({ location: `${this.deployment.publicUrl}${page}` });
    return undefined;
  }

  private async answer(context: RequestContext, code: string): Promise<VerificationAnswer> {
    if (!/^[0-9a-f]{32}$/.test(code)) throw notFound();
    const row = (await this.find(context, code)) ?? (await this.findLater(context, code));
    if (!row) throw notFound();
    return { valid: true, date: row.issuedOn, courseTitle: row.courseTitle };
  }

  // A certificate of a moment ago may not be in the view yet.
  private async findLater(context: RequestContext, code: string): Promise<CertificateRow | undefined> {
    await this.reader.reachNow();
    return this.find(context, code);
  }

  private async find(context: RequestContext, verificationCode: string): Promise<CertificateRow | undefined> {
    const page = await this.reader.list(context, certificateView, { limit: 1, filter: { verificationCode } });
    return page.items[0];
  }
}
