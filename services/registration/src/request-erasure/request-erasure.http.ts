import { legalRegimes, subjectKinds, type LegalRegime, type SubjectKind } from '@lotsennetz/contracts';
import {
  businessDay,
  BusinessDayBody,
  Commands,
  Context,
  created,
  Id,
  Needs,
  NeedsSelf,
  office,
  OneOf,
  ServiceRuntime,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  erasureGrounds,
  erasureRequesters,
  type ErasureGround,
  type ErasureRequester,
} from '../erasure/erasure.events.js';
import { erasure } from '../erasure/erasure.stream.js';
import { PersonLookup } from '../person-lookup.js';
import { requestErasure, type RequestErasure } from './request-erasure.decider.js';

class OwnErasureBody {
  @OneOf(erasureGrounds, { description: 'Art. 17 para. 1 DSGVO, § 19 KDG, § 21 DSG-EKD.' })
  readonly ground: ErasureGround;
}

class ErasureBody extends BusinessDayBody {
  @Id({ description: 'The person; of a household that is not registered, its request; of staff, the membership.' })
  readonly subjectId: string;
  @OneOf(subjectKinds)
  readonly kind: SubjectKind;
  @OneOf(erasureRequesters, { optional: true, description: 'Who asks; `person` unless told otherwise.' })
  readonly requestedBy?: ErasureRequester;
  @OneOf(erasureGrounds, { description: 'Art. 17 para. 1 DSGVO, § 19 KDG, § 21 DSG-EKD.' })
  readonly ground: ErasureGround;
  @OneOf(legalRegimes, { optional: true, description: "The tenant's unless told otherwise." })
  readonly regime?: LegalRegime;
}

@ApiTags('privacy')
@Controller('registration/:tenant')
export class RequestErasureHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
    private readonly people: PersonLookup,
  ) {}

  /**
   * Somebody is to be forgotten. Nothing is deleted yet: an administrator orders it. The id is the person's. 409
   * `still-working` for staff who have not been dismissed.
   */
  @Post('erasures')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'Was asked for already.' })
  async request(
    @Context() context: RequestContext,
    @Body() { subjectId, kind, requestedBy = 'person', ground, regime, on }: ErasureBody,
  ): Promise<Written> {
    await this.people.mustBeOf(context.scope, subjectId, kind);
    if (kind === 'staff') await this.people.mustHaveLeft(context.scope, subjectId);
    return this.record(context, subjectId, { kind, requestedBy, ground, regime, on: businessDay(on, context) });
  }

  /** The same for whoever is signed in, about themself. The office decides on holds and orders it. */
  @Post('me/erasure')
  @NeedsSelf('volunteer', 'newcomer')
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'Was asked for already.' })
  async requestMine(@Context() context: RequestContext, @Body() { ground }: OwnErasureBody): Promise<Written> {
    const subjectId = context.subjectId ?? '';
    const kind = await this.people.kindOf(context.scope, subjectId);
    return this.record(context, subjectId, { kind, requestedBy: 'person', ground, on: context.today });
  }

  private async record(
    context: RequestContext,
    id: string,
    { regime, ...asked }: Omit<RequestErasure, 'regime'> & { readonly regime?: LegalRegime | undefined },
  ): Promise<Written> {
    const theirs = this.runtime.access.tenant(context.scope.tenant)?.legalRegime ?? 'DSGVO';
    const command = { ...asked, regime: regime ?? theirs };
    return created(id, await this.commands.send(context, { stream: erasure, id, decide: requestErasure, command }, {}));
  }
}
