import { DEFAULT_WEIGHTS } from '@lotsennetz/assignment';
import { helperRow, requestRow, today } from '../example-pool.js';
import type { Pool } from '../pool.js';
import type { RequestRow } from '../request/request-list.view.js';
import { exactSolver } from './exact-solver.js';
import { planProposals } from './plan-proposals.js';

const plan = (pool: Partial<Pool>) =>
  planProposals({ requests: [], helpers: [], gone: new Set(), weights: DEFAULT_WEIGHTS, ...pool }, today, exactSolver);
const proposed = (volunteerId: string, status: 'open' | 'accepted' = 'open'): Pick<RequestRow, 'proposal'> => ({
  proposal: { id: 'p', volunteerId, status },
});

describe('planning proposals', () => {
  it('makes one for whoever has none', () =>
    expect(plan({ requests: [requestRow('r')], helpers: [helperRow('v')] })).toMatchObject({
      computed: 1,
      kept: 0,
      steps: [{ requestId: 'r', make: { volunteerId: 'v' } }],
      unmatched: [],
    }));
  it('keeps what the solution still holds', () =>
    expect(plan({ requests: [requestRow('r', proposed('v'))], helpers: [helperRow('v')] })).toMatchObject({
      kept: 1,
      steps: [],
    }));
  it('replaces one by another', () =>
    expect(plan({ requests: [requestRow('r', proposed('w'))], helpers: [helperRow('v')] })).toMatchObject({
      kept: 0,
      steps: [
        {
          requestId: 'r',
          expire: { proposalId: 'p', cause: 'volunteer-unavailable' },
          make: { volunteerId: 'v' },
        },
      ],
    }));
  it('says replaced where the volunteer is still there', () => {
    const helpers = [helperRow('v', { languages: ['de'] })];
    expect(plan({ requests: [requestRow('r', proposed('v'))], helpers }).steps).toEqual([
      { requestId: 'r', expire: { proposalId: 'p', cause: 'replaced' } },
    ]);
  });
  it('keeps an agreement though the volunteer takes a break', () =>
    expect(plan({ requests: [requestRow('r', proposed('v', 'accepted'))] })).toMatchObject({ kept: 1, steps: [] }));
  it('looks for somebody else when who agreed has left', () => {
    const pool = { requests: [requestRow('r', proposed('w', 'accepted'))], helpers: [helperRow('v')] };
    expect(plan({ ...pool, gone: new Set(['w']) }).steps).toMatchObject([
      { expire: { cause: 'volunteer-unavailable' }, make: { volunteerId: 'v' } },
    ]);
  });
  it('lists who has nobody, with the reason', () =>
    expect(plan({ requests: [requestRow('r')] }).unmatched).toMatchObject([
      { requestId: 'r', whyNot: { code: 'no-candidate', volunteers: 0 } },
    ]));
});
