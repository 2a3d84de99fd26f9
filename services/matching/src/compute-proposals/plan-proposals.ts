import type { Day } from '@lotsennetz/kernel';
import type { Fit } from '../reasons.js';
import type { Pool } from '../pool.js';
import type { ExpiryCause } from '../request/request.events.js';
import type { RequestRow } from '../request/request-list.view.js';
import type { WhyNot } from '../why-not.js';
import type { Solver } from './solver.js';

/** What a computation does to one request. */
export interface Step {
  readonly requestId: string;
  readonly expire?: { readonly proposalId: string; readonly cause: ExpiryCause };
  readonly make?: { readonly volunteerId: string; readonly fit: Fit };
}

export interface Plan {
  readonly computed: number;
  readonly kept: number;
  readonly steps: readonly Step[];
  readonly unmatched: readonly { readonly requestId: string; readonly whyNot: WhyNot }[];
}

/** What has to change so that the proposals are those of the solver. Pure: equal pools, equal plans. */
export function planProposals(pool: Pool, on: Day, solve: Solver): Plan {
  const requests = pool.requests.map((request) => withoutLostAgreement(request, pool));
  const { pairs, whyNot } = solve({ ...pool, requests }, on);
  const steps: Step[] = [];
  let kept = 0;
  pool.requests.forEach(({ id, proposal: before }, index) => {
    const still = requests[index]?.proposal;
    const pair = pairs.get(id);
    if (still && (still.status === 'accepted' || still.volunteerId === pair?.volunteerId)) {
      kept += 1;
      return;
    }
    const expire = before && { proposalId: before.id, cause: causeFor(before.volunteerId, pool) };
    if (expire || pair) steps.push({ requestId: id, ...(expire ? { expire } : {}), ...(pair ? { make: pair } : {}) });
  });
  const unmatched = [...whyNot].map(([requestId, reason]) => ({ requestId, whyNot: reason }));
  return { computed: pool.requests.length, kept, steps, unmatched };
}

function withoutLostAgreement(request: RequestRow, { gone }: Pool): RequestRow {
  const { proposal, ...rest } = request;
  return proposal && gone.has(proposal.volunteerId) ? rest : request;
}

function causeFor(volunteerId: string, { helpers }: Pool): ExpiryCause {
  return helpers.some((helper) => helper.id === volunteerId) ? 'replaced' : 'volunteer-unavailable';
}
