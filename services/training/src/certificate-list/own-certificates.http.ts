import {
  Context,
  ListQuery,
  NeedsSelf,
  ownId,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { certificateView, type CertificateRow } from '../certificate/certificate.view.js';

type OwnCertificate = Omit<CertificateRow, 'volunteerId' | 'year'>;

@ApiTags('training')
@Controller('training/:tenant/me/certificates')
export class OwnCertificatesHttp {
  constructor(private readonly reader: ViewReader) {}

  /** The newest first. */
  @Get()
  @NeedsSelf('volunteer')
  @ApiOkResponse({
    description: '{items: [{id, number, courseId, courseCode, courseTitle, issuedOn, verificationCode}], next}',
  })
  async list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<OwnCertificate>> {
    const filter = { volunteerId: ownId(context) };
    const list = { ...query, filter, orderBy: 'issuedOn', descending: true } as const;
    const page = await this.reader.list(context, certificateView, list);
    return { ...page, items: page.items.map(({ volunteerId: _, year: __, ...certificate }) => certificate) };
  }
}
