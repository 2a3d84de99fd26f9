import {
  Context,
  FromQuery,
  Id,
  ListQuery,
  Needs,
  OpenedRows,
  trainers,
  ViewReader,
  WholeNumber,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { erased, type Erased } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { certificateView, type CertificateRow } from '../certificate/certificate.view.js';
import { participantView } from '../participant/participant.view.js';

class CertificateQuery extends ListQuery {
  @FromQuery()
  @WholeNumber({ min: 1900, max: 9999, optional: true, description: 'Year of issue.' })
  readonly year?: number;
  @Id({ optional: true })
  readonly courseId?: string;
  @Id({ optional: true })
  readonly volunteerId?: string;
}

interface CertificateAnswer extends CertificateRow {
  readonly givenName: string | Erased;
  readonly familyName: string | Erased;
}

@ApiTags('training')
@Controller('training/:tenant/certificates')
export class CertificateListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
  ) {}

  /** Ordered by number. */
  @Get()
  @Needs(...trainers)
  @ApiOkResponse({
    description:
      '{items: [{id, number, courseId, courseCode, courseTitle, volunteerId, givenName, familyName, issuedOn, year, verificationCode}], next}',
  })
  async list(
    @Context() context: RequestContext,
    @Query() query: CertificateQuery,
  ): Promise<ListAnswer<CertificateAnswer>> {
    const { year, courseId, volunteerId, ...paging } = query;
    const filter = {
      ...(year ? { year } : {}),
      ...(courseId ? { courseId } : {}),
      ...(volunteerId ? { volunteerId } : {}),
    };
    const page = await this.reader.list(context, certificateView, { ...paging, filter, orderBy: 'number' });
    const people = await this.opened.of(context.scope, participantView);
    const items = page.items.map((row) => {
      const { givenName, familyName } = people.get(row.volunteerId) ?? { givenName: erased, familyName: erased };
      return { ...row, givenName, familyName };
    });
    return { ...page, items };
  }
}
