import type { SeededRandom } from '../seeded-random.js';
import type { Operation, World } from './operation.js';

/** Matching under load: more requests than places, so that places are fought for. */
export const matchingLoad: readonly Operation[] = [
  {
    name: 'record request',
    service: 'matching',
    weight: 5,
    alwaysRecords: true,
    draft: (world, random) => ({
      method: 'POST',
      path: '/requests',
      body: {
        code: `A-${world.next()}`,
        languages: ['de'],
        topics: [random.pick(['health', 'school', 'housing', 'forms', 'work'])],
        postalCode: '57072',
        town: 'Siegen',
        householdSize: 1 + random.below(5),
      },
      learn: ({ id }) => world.add('request', { id }),
    }),
  },
  {
    name: 'compute proposals',
    service: 'matching',
    weight: 2,
    draft: () => ({ method: 'POST', path: '/proposals/compute', body: {} }),
  },
  {
    name: 'look at proposals',
    service: 'matching',
    weight: 2,
    draft: (world) => ({
      method: 'GET',
      path: '/proposals?limit=200',
      body: {},
      read: (body) => learnAll(world, 'proposal', body),
    }),
  },
  {
    name: 'look at placements',
    service: 'matching',
    weight: 1,
    draft: (world) => ({
      method: 'GET',
      path: '/placements?limit=200',
      body: {},
      read: (body) => learnAll(world, 'placement', body),
    }),
  },
  ...(
    [
      ['accept', 4],
      ['decline', 1],
      ['confirm', 6],
    ] as const
  ).map(([step, weight]): Operation => ({
    name: `${step} proposal`,
    service: 'matching',
    weight,
    draft: (world, random) => of(world, random, 'proposal', step, {}),
  })),
  {
    name: 'log visit',
    service: 'matching',
    weight: 3,
    alwaysRecords: true,
    draft: (world, random) => of(world, random, 'placement', 'visits', { minutes: 30 + random.below(90) }),
  },
  {
    name: 'end placement',
    service: 'matching',
    weight: 1,
    draft: (world, random) => of(world, random, 'placement', 'end', { reason: 'done' }),
  },
];

function of(
  world: World,
  random: SeededRandom,
  kind: string,
  step: string,
  body: object,
): ReturnType<Operation['draft']> {
  const one = random.pick(world.all(kind).slice(-40));
  return one && { method: 'POST', path: `/${kind}s/${one.id}/${step}`, body };
}

function learnAll(world: World, kind: string, body: { readonly items: readonly { readonly id: string }[] }): void {
  const known = new Set(world.all(kind).map(({ id }) => id));
  for (const { id } of body.items) if (!known.has(id)) world.add(kind, { id });
}
