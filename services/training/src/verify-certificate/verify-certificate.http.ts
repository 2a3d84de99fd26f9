import { Context, notFound, Public, ViewReader, type RequestContext } from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
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

@ApiTags('training')
@Controller('training/:tenant/verify/:code')
export class VerifyCertificateHttp {
  constructor(private readonly reader: ViewReader) {}

  /** Where the QR code of a certificate leads. A code that was never given out answers 404. */
  @Get()
  @Public()
  @ApiOkResponse({ type: VerificationAnswer })
  async verify(@Context() context: RequestContext, @Param('code') code: string): Promise<VerificationAnswer> {
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
