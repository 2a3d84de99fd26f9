import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { Page, Row } from './answers.js';

/** What somebody is called. */
export type Named = Row<'/registration/{tenant}/names'>;

/** As many as the platform answers at once. */
const askedAtMost = 100;
/** Rows of one list are drawn at the same moment, so that all their names are asked within it. */
const gatherMs = 10;

interface Asked {
  readonly id: string;
  readonly tell: (name: Named | null) => void;
  readonly fail: (cause: unknown) => void;
}

const askedIn = new Map<string, Asked[]>();

/** The name of a volunteer, household or colleague; null for nobody known. All that are asked at a time make one request. */
export const nameQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['name', tenant, id],
    queryFn: () => gathered(tenant, id),
    staleTime: 5 * 60_000,
  });

function gathered(tenant: string, id: string): Promise<Named | null> {
  return new Promise((tell, fail) => {
    const asked = askedIn.get(tenant) ?? [];
    if (asked.length === 0) setTimeout(() => askAll(tenant), gatherMs);
    askedIn.set(tenant, [...asked, { id, tell, fail }]);
  });
}

function askAll(tenant: string): void {
  const asked = askedIn.get(tenant) ?? [];
  askedIn.delete(tenant);
  for (let first = 0; first < asked.length; first += askedAtMost)
    void askSome(tenant, asked.slice(first, first + askedAtMost));
}

async function askSome(tenant: string, asked: readonly Asked[]): Promise<void> {
  try {
    const { items } = await answerOf<Page<Named>>(
      api.GET('/registration/{tenant}/names', {
        params: { path: { tenant }, query: { ids: [...new Set(asked.map(({ id }) => id))] } },
      }),
    );
    const names = new Map(items.map((name) => [name.id, name]));
    for (const { id, tell } of asked) tell(names.get(id) ?? null);
  } catch (cause) {
    for (const { fail } of asked) fail(cause);
  }
}
