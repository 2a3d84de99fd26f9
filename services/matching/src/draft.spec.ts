import { DEFAULT_WEIGHTS } from '@lotsennetz/assignment';
import fc from 'fast-check';
import { Draft } from './draft.js';
import { explainIn } from './explained.js';
import { helperRow, requestRow, today } from './example-pool.js';
import type { HelperRow } from './helper/helper-pool.view.js';
import type { RequestRow } from './request/request-list.view.js';

const languages = ['ar', 'fa', 'uk'] as const;
const towns = [
  { postalCode: '57072', town: 'Siegen' },
  { postalCode: '57223', town: 'Kreuztal' },
];

const anyRequest = fc.record({
  languages: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 2 }),
  urgency: fc.constantFrom('normal' as const, 'high' as const, 'immediate' as const),
  declinedBy: fc.uniqueArray(fc.constantFrom('v0', 'v1', 'v2'), { maxLength: 1 }),
  earlierPlacements: fc.constantFrom(
    [],
    [{ placementId: 'p', volunteerId: 'v1', reason: 'conflict' as const }],
    [{ placementId: 'p', volunteerId: 'v2', reason: 'done' as const }],
  ),
  status: fc.constantFrom('open' as const, 'open' as const, 'withdrawn' as const),
  promisedTo: fc.option(fc.constantFrom('v0', 'v1', 'v2', 'v3'), { nil: undefined, freq: 4 }),
  place: fc.constantFrom(...towns),
});
const anyHelper = fc.record({
  capacity: fc.integer({ min: 0, max: 3 }),
  places: fc.uniqueArray(fc.constantFrom('p1', 'p2'), { maxLength: 2 }),
});
const anyChange = fc.oneof(
  fc.record({ request: fc.nat({ max: 11 }), to: anyRequest }),
  fc.record({ helper: fc.nat({ max: 3 }), to: anyHelper }),
);

function rowOf(
  index: number,
  { promisedTo, place, ...change }: typeof anyRequest extends fc.Arbitrary<infer R> ? R : never,
): RequestRow {
  const agreed =
    promisedTo && change.status === 'open'
      ? { proposal: { id: `p${index}`, volunteerId: promisedTo, status: 'accepted' as const } }
      : {};
  return requestRow(`r${String(index).padStart(2, '0')}`, { ...place, ...change, ...agreed });
}

function helpersAtFirst(): HelperRow[] {
  return [0, 1, 2, 3].map((index) =>
    helperRow(`v${index}`, {
      languages: ['de', ...languages.slice(0, 1 + (index % 3))],
      capacity: 2,
      ...towns[index % 2],
    }),
  );
}

/** How many of each urgency are covered: what must not depend on the way the draft came about. */
function coverage(draft: Draft, requests: Iterable<RequestRow>): Readonly<Record<string, number>> {
  const covered: Record<string, number> = {};
  for (const { id, urgency } of requests)
    if (explainIn(draft, id)?.kind === 'matched') covered[urgency] = (covered[urgency] ?? 0) + 1;
  return covered;
}

describe('the draft', () => {
  it('covers after any changes what a new one covers', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 8 }), fc.array(anyChange, { maxLength: 25 }), (first, changes) => {
        const requests = new Map(first.map((each, index) => [index, rowOf(index, each)]));
        const helpers = helpersAtFirst();
        const openOnes = () => [...requests.values()].filter(({ status }) => status === 'open');
        const draft = new Draft({ requests: openOnes(), helpers: [...helpers], weights: DEFAULT_WEIGHTS }, today);
        for (const change of changes) {
          if ('request' in change) {
            const row = rowOf(change.request, change.to);
            requests.set(change.request, row);
            draft.follow({ requests: new Map([[row.id, row]]), helpers: new Map() });
          } else {
            const row = { ...helpers[change.helper]!, ...change.to };
            helpers[change.helper] = row;
            draft.follow({ requests: new Map(), helpers: new Map([[row.id, row]]) });
          }
        }
        const anew = new Draft({ requests: openOnes(), helpers, weights: DEFAULT_WEIGHTS }, today);
        expect(draft.stale).toBe(false);
        expect(coverage(draft, requests.values())).toEqual(coverage(anew, requests.values()));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('makes room for many requests at once, and gives up beyond that', () => {
    const arrivals = (count: number) => Array.from({ length: count }, (_, index) => requestRow(`r${index}`));
    const after = (count: number) => {
      const draft = new Draft(
        { requests: [], helpers: [helperRow('v', { capacity: 20 })], weights: DEFAULT_WEIGHTS },
        today,
      );
      draft.follow({ requests: new Map(arrivals(count).map((row) => [row.id, row])), helpers: new Map() });
      return draft;
    };
    expect(coverage(after(30), arrivals(30))).toEqual({ normal: 20 });
    expect(after(300).stale).toBe(true);
  });

  it('cannot follow a volunteer who is new, gone, or somebody else by profile', () => {
    const drafted = () =>
      new Draft({ requests: [requestRow('r')], helpers: [helperRow('v')], weights: DEFAULT_WEIGHTS }, today);
    const staleAfter = (id: string, row: HelperRow | undefined) => {
      const draft = drafted();
      draft.follow({ requests: new Map(), helpers: new Map([[id, row]]) });
      return draft.stale;
    };
    expect(staleAfter('w', helperRow('w'))).toBe(true);
    expect(staleAfter('v', helperRow('v', { standing: 'paused' }))).toBe(true);
    expect(staleAfter('v', helperRow('v', { languages: ['de'] }))).toBe(true);
    expect(staleAfter('v', helperRow('v'))).toBe(false);
    expect(staleAfter('w', helperRow('w', { certified: false }))).toBe(false);
  });

  it('explains what it would propose, and what speaks for others', () => {
    const helpers = [helperRow('a'), helperRow('b', { postalCode: '57223', town: 'Kreuztal' })];
    const draft = new Draft({ requests: [requestRow('r')], helpers, weights: DEFAULT_WEIGHTS }, today);
    const explained = explainIn(draft, 'r');
    expect(explained).toMatchObject({ kind: 'matched', volunteerId: 'a', score: 1000 });
    if (explained?.kind !== 'matched') throw new Error('not matched');
    const [other] = explained.alternatives;
    expect(other).toMatchObject({ volunteerId: 'b', score: 1000 - other!.shortfall! });
    expect(explained.regret).toBe(other?.shortfall);
  });

  it('says nothing of a request that needs nobody', () => {
    const agreed = requestRow('r', { proposal: { id: 'p', volunteerId: 'v', status: 'accepted' } });
    expect(
      explainIn(new Draft({ requests: [agreed], helpers: [helperRow('v')], weights: DEFAULT_WEIGHTS }, today), 'r'),
    ).toBeUndefined();
  });
});
