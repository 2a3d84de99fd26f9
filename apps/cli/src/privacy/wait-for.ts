import { pause } from '@lotsennetz/kernel';

const patienceMs = 60_000;

export interface Waiting {
  /** Who is still missing; undefined when all have answered. */
  readonly missing: () => Promise<readonly string[] | undefined>;
  readonly tell: (line: string) => void;
}

/** Waits until every service has done its part. @throws Error naming the missing ones after a minute. */
export async function waitForServices({ missing, tell }: Waiting): Promise<void> {
  let told = '';
  for (const deadline = Date.now() + patienceMs; ;) {
    const names = (await missing())?.join(', ');
    if (names === undefined) return;
    if (Date.now() > deadline)
      throw new Error(
        `it is recorded, but not done within ${patienceMs / 1000} s; missing: ${names}. Are they running? See "lotsennetz parked list", then "lotsennetz privacy status"`,
      );
    if (names !== told) tell(`waiting for: ${names}`);
    told = names;
    await pause(50);
  }
}
