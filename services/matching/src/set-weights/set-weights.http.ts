import { completeWeights, WEIGHT_GUIDE, WEIGHT_NAMES, type WeightGuide, type Weights } from '@lotsennetz/assignment';
import type { Day } from '@lotsennetz/kernel';
import {
  AfterQuery,
  changed,
  Commands,
  Context,
  Needs,
  office,
  readers,
  ViewReader,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Get, HttpStatus, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { weights, type ChosenWeights } from '../weights/weights.stream.js';
import { weightsInForce } from '../weights/weights.view.js';
import { setWeights, type SetWeightsRefusal } from './set-weights.decider.js';
import { WeightsBody } from './weights.body.js';

const statuses = { 'weight-out-of-range': HttpStatus.BAD_REQUEST } satisfies RefusalStatuses<SetWeightsRefusal>;

interface WeightInForce extends Omit<WeightGuide, 'standard'> {
  readonly value: number;
  readonly default: number;
}

interface WeightsAnswer {
  /** Since when the choice holds; null while the tenant has chosen nothing. */
  readonly setOn: Day | null;
  /** For `If-Match` of the next choice; null while there was none. */
  readonly revision: number | null;
  readonly weights: Readonly<Record<string, WeightInForce>>;
}

@ApiTags('matching')
@Controller('matching/:tenant/weights')
export class SetWeightsHttp {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
  ) {}

  /**
   * What matters how much from the next computation on. The whole choice is replaced: a weight left out is the default
   * again. Proposals that are out stay until a computation.
   */
  @Put()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async set(@Context() context: RequestContext, @Body() body: WeightsBody): Promise<Written> {
    const id = context.scope.tenant;
    const command = { chosen: chosenIn(body), on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: weights, id, decide: setWeights, command }, statuses),
    );
  }

  /** The weights in force, each with its default and the reason for that. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({ description: '{setOn, revision, weights: {<name>: {value, default, least, most, reason}}}' })
  async show(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<WeightsAnswer> {
    await this.reader.reach(after);
    const row = await this.reader.find(context, weightsInForce, context.scope.tenant);
    const values = completeWeights(row?.chosen);
    const described: Record<string, WeightInForce> = {};
    for (const name of WEIGHT_NAMES) described[name] = inForce(name, values[name]);
    return { setOn: row?.setOn ?? null, revision: row?.revision ?? null, weights: described };
  }
}

function chosenIn(body: Partial<Weights>): ChosenWeights {
  return Object.fromEntries(WEIGHT_NAMES.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
}

function inForce(name: keyof Weights, value: number): WeightInForce {
  const { standard, ...guide } = WEIGHT_GUIDE[name];
  return { value, default: standard, ...guide };
}
