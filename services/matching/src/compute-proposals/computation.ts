import type { Day } from '@lotsennetz/kernel';
import { Commands, Problem, ServiceRuntime, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { PoolReader } from '../pool.js';
import { request } from '../request/request.stream.js';
import type { WhyNot } from '../why-not.js';
import { expireProposal } from '../expire-proposal.decider.js';
import { exactSolver } from './exact-solver.js';
import { planProposals, type Step } from './plan-proposals.js';
import { proposeVolunteer } from './propose-volunteer.decider.js';

export interface Computed {
  /** Requests without a placement that were looked at. */
  readonly computed: number;
  readonly kept: number;
  readonly made: number;
  readonly expired: number;
  readonly unmatched: readonly { readonly requestId: string; readonly whyNot: WhyNot }[];
  /** For `?after=` of a read that must show the proposals. */
  readonly position: string | null;
}

const stepsAtOnce = 32;
const shownWithinMs = 2_000;

/** Solves a tenant's open requests and records what changes. One at a time for each tenant, over all replicas. */
@Injectable()
export class Computation {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly reader: ViewReader,
    private readonly pool: PoolReader,
  ) {}

  /** @throws Problem 409 `compute-running`, 503 `view-behind`. */
  async run(context: RequestContext, on: Day): Promise<Computed> {
    const turn = await this.runtime.turns.take(`compute ${context.scope.tenant}`);
    if (!turn)
      throw new Problem(HttpStatus.CONFLICT, 'compute-running', 'Proposals of this tenant are just being computed.');
    try {
      await this.reader.reachNow();
      const { computed, kept, steps, unmatched } = planProposals(
        await this.pool.read(context.scope, on),
        on,
        exactSolver,
      );
      const tallies: Tally[] = [{ kept, made: 0, expired: 0 }];
      for (let from = 0; from < steps.length; from += stepsAtOnce)
        tallies.push(
          ...(await Promise.all(steps.slice(from, from + stepsAtOnce).map((step) => this.carryOut(context, step, on)))),
        );
      const position = await this.runtime.eventStore.head();
      // The next thing a coordinator does is to look at them.
      if (position) await this.runtime.views.reach(position, shownWithinMs);
      return { computed, ...sumOf(tallies), unmatched, position: position ?? null };
    } finally {
      await turn.release();
    }
  }

  // Whoever decides on a proposal meanwhile is faster; the computation leaves that request alone.
  private async carryOut(context: RequestContext, { requestId: id, expire, make }: Step, on: Day): Promise<Tally> {
    if (expire) {
      const task = { stream: request, id, decide: expireProposal, command: { ...expire, on } };
      const outcome = await this.commands.run(this.originOf(context), task);
      if (outcome.kind !== 'done') return { kept: 1, made: 0, expired: 0 };
    }
    const expired = expire ? 1 : 0;
    if (!make) return { kept: 0, made: 0, expired };
    const { volunteerId, fit } = make;
    const { score, languages, topics, reasons } = fit;
    const command = { proposalId: this.runtime.ids.next(), volunteerId, score, languages, topics, reasons, on };
    const task = { stream: request, id, decide: proposeVolunteer, command };
    const outcome = await this.commands.run(this.originOf(context), task);
    return { kept: 0, made: outcome.kind === 'done' ? outcome.events.length : 0, expired };
  }

  // A key of its own for each step: whether there is something to do, the stream's state says.
  private originOf({ scope, actor }: RequestContext) {
    return { scope, actor, key: this.runtime.ids.next() };
  }
}

type Tally = Pick<Computed, 'kept' | 'made' | 'expired'>;

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return { kept: sum(({ kept }) => kept), made: sum(({ made }) => made), expired: sum(({ expired }) => expired) };
}
