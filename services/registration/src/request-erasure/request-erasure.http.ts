import { legalRegimes, subjectKinds, type LegalRegime, type SubjectKind } from '@lotsennetz/contracts';
import { loadState, type TenantScope } from '@lotsennetz/kernel';
import {
  businessDay,
  BusinessDayBody,
  Commands,
  Context,
  created,
  Id,
  Needs,
  notFound,
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
import { newcomer } from '../newcomer/newcomer.stream.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { requestErasure } from './request-erasure.decider.js';

class ErasureBody extends BusinessDayBody {
  @Id({ description: 'The person; of a household that is not registered, its request.' })
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
@Controller('registration/:tenant/erasures')
export class RequestErasureHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Somebody is to be forgotten. Nothing is deleted yet: an administrator orders it. The id is the person's. */
  @Post()
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'Was asked for already.' })
  async request(
    @Context() context: RequestContext,
    @Body() { subjectId, kind, requestedBy = 'person', ground, regime, on }: ErasureBody,
  ): Promise<Written> {
    await this.mustKnow(context.scope, subjectId, kind);
    const theirs = this.runtime.access.tenant(context.scope.tenant)?.legalRegime ?? 'DSGVO';
    const command = { kind, requestedBy, ground, regime: regime ?? theirs, on: businessDay(on, context) };
    const task = { stream: erasure, id: subjectId, decide: requestErasure, command };
    return created(subjectId, await this.commands.send(context, task, {}));
  }

  // Requests lie in matching: whether there is such a one, only that service knows. Forgetting nobody harms nobody.
  private async mustKnow(scope: TenantScope, id: string, kind: SubjectKind): Promise<void> {
    if (kind === 'request') return;
    const { state } =
      kind === 'volunteer'
        ? await loadState(this.runtime, volunteer, { scope, id })
        : await loadState(this.runtime, newcomer, { scope, id });
    if (state.status === 'unknown') throw notFound();
  }
}
