import { subjectKinds, type SubjectKind } from '@lotsennetz/contracts';
import {
  Commands,
  Context,
  created,
  Id,
  Language,
  Needs,
  NeedsSelf,
  office,
  OneOf,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { personExport } from '../export/export.stream.js';
import { PersonLookup } from '../person-lookup.js';
import { requestExport } from '../request-export.decider.js';

class OwnExportBody {
  @Language({ optional: true, description: "Of the readable document; the person's own unless told otherwise." })
  readonly language?: string;
}

class ExportBody extends OwnExportBody {
  @Id()
  readonly subjectId: string;
  @OneOf(subjectKinds)
  readonly kind: SubjectKind;
}

@ApiTags('privacy')
@Controller('registration/:tenant')
export class RequestExportHttp {
  constructor(
    private readonly commands: Commands,
    private readonly people: PersonLookup,
  ) {}

  /** Everything that is stored about a person, for the office to hand out (Art. 15, 20 DSGVO). */
  @Post('exports')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  async forPerson(
    @Context() context: RequestContext,
    @Body() { subjectId, kind, language }: ExportBody,
  ): Promise<Written> {
    return this.request(context, { subjectId, kind, requestedBy: 'office', language });
  }

  /** The same for whoever is signed in, about themself. */
  @Post('me/exports')
  @NeedsSelf('volunteer', 'newcomer')
  @ApiCreatedResponse({ type: WriteAnswer })
  async forMyself(@Context() context: RequestContext, @Body() { language }: OwnExportBody): Promise<Written> {
    const subjectId = context.subjectId ?? '';
    const kind = await this.people.kindOf(context.scope, subjectId);
    return this.request(context, { subjectId, kind, requestedBy: 'person', language });
  }

  private async request(
    context: RequestContext,
    asked: {
      readonly subjectId: string;
      readonly kind: SubjectKind;
      readonly requestedBy: 'person' | 'office';
      readonly language: string | undefined;
    },
  ): Promise<Written> {
    await this.people.mustBeKnown(context.scope, asked.subjectId, asked.kind);
    const language = asked.language ?? (await this.people.languageOf(context.scope, asked.subjectId, asked.kind));
    const id = context.newId();
    const command = { ...asked, language, on: context.today };
    const task = { stream: personExport, id, decide: requestExport, command };
    return created(id, await this.commands.send(context, task, {}));
  }
}
