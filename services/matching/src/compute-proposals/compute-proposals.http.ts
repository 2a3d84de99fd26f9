import { businessDay, BusinessDayBody, Context, Needs, office, type RequestContext } from '@lotsennetz/platform';
import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Computation, type Computed } from './computation.js';

@ApiTags('matching')
@Controller('matching/:tenant/proposals/compute')
export class ComputeProposalsHttp {
  constructor(private readonly computation: Computation) {}

  /**
   * Proposes volunteers for all open requests. What was accepted or confirmed stays; an open proposal stays unless the
   * new solution no longer holds it. Computing twice without a change in between makes nothing.
   */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Needs(...office)
  @ApiOkResponse({
    description: '{computed, kept, made, expired, unmatched: [{requestId, whyNot}], position}; 409 `compute-running`',
  })
  compute(@Context() context: RequestContext, @Body() body: BusinessDayBody): Promise<Computed> {
    return this.computation.run(context, businessDay(body.on, context));
  }
}
