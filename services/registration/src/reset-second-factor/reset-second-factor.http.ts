import { loadState } from '@lotsennetz/kernel';
import {
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  Problem,
  ServiceRuntime,
  SignIns,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { membership } from '../membership/membership.stream.js';
import { resetSecondFactor, type ResetSecondFactorRefusal } from './reset-second-factor.decider.js';

const statuses = {
  'unknown-membership': HttpStatus.NOT_FOUND,
  'not-staff': HttpStatus.NOT_FOUND,
  'not-accepted': HttpStatus.CONFLICT,
  'membership-ended': HttpStatus.CONFLICT,
  'own-second-factor': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ResetSecondFactorRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/staff/:id/second-factor/reset')
export class ResetSecondFactorHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
    private readonly signIns: SignIns,
  ) {}

  /**
   * For somebody who has lost the device and the recovery codes: every session ends, and whoever signs in next with the
   * password sets up another. The person is told by mail. 409 `signs-in-elsewhere` where accounts are not ours.
   */
  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async reset(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    if (!this.signIns.keepsAccounts)
      throw new Problem(HttpStatus.CONFLICT, 'signs-in-elsewhere', 'Second factors are kept where people sign in.');
    const by = await this.identityOf(context);
    const command = { ...(by === undefined ? {} : { by }), on: context.today };
    const task = { stream: membership, id, decide: resetSecondFactor, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }

  private async identityOf({ scope, membershipId }: RequestContext): Promise<string | undefined> {
    if (membershipId === undefined) return undefined;
    const { state } = await loadState(this.runtime, membership, { scope, id: membershipId });
    return state.status === 'active' ? state.identity : undefined;
  }
}
