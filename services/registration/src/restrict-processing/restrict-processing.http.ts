import {
  Commands,
  Context,
  created,
  Id,
  Needs,
  NeedsSelf,
  notFound,
  office,
  OneOf,
  ownId,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PersonLookup } from '../person-lookup.js';
import { restriction, restrictionGrounds, type RestrictionGround } from '../restriction/restriction.stream.js';
import { restrictProcessing } from './restrict-processing.decider.js';

class OwnRestrictionBody {
  @OneOf(restrictionGrounds, { description: 'Art. 18 para. 1 DSGVO, § 20 KDG, § 22 DSG-EKD.' })
  readonly ground: RestrictionGround;
}

class RestrictionBody extends OwnRestrictionBody {
  @Id({ description: 'The volunteer or the household.' })
  readonly subjectId: string;
}

@ApiTags('privacy')
@Controller('registration/:tenant')
export class RestrictProcessingHttp {
  constructor(
    private readonly commands: Commands,
    private readonly people: PersonLookup,
  ) {}

  /** What is stored stays and is not used: nobody is proposed or written to, and only administrators see addresses and notes. */
  @Post('restrictions')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'Is restricted already.' })
  restrict(@Context() context: RequestContext, @Body() { subjectId, ground }: RestrictionBody): Promise<Written> {
    return this.send(context, subjectId, { ground, requestedBy: 'office' });
  }

  /** The same for whoever is signed in, about themself; it holds at once. */
  @Post('me/restriction')
  @NeedsSelf('volunteer', 'newcomer')
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'Is restricted already.' })
  restrictMine(@Context() context: RequestContext, @Body() { ground }: OwnRestrictionBody): Promise<Written> {
    return this.send(context, ownId(context), { ground, requestedBy: 'person' });
  }

  private async send(
    context: RequestContext,
    id: string,
    asked: { readonly ground: RestrictionGround; readonly requestedBy: 'person' | 'office' },
  ): Promise<Written> {
    const kind = await this.people.kindOf(context.scope, id);
    if (kind !== 'volunteer' && kind !== 'newcomer') throw notFound();
    await this.people.mustBeKnown(context.scope, id, kind);
    const command = { ...asked, kind, on: context.today };
    const task = { stream: restriction, id, decide: restrictProcessing, command };
    return created(id, await this.commands.send(context, task, {}));
  }
}
