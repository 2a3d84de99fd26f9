import { median } from './statistics.js';

export interface Compared {
  readonly ours: number;
  readonly baseline: number;
}

/**
 * Measures both sides in turn, so that whatever else the machine does falls on both, and answers the medians.
 * The order changes each round: neither side always runs on the other's heels. One round before is not counted.
 */
export async function interleave(
  rounds: number,
  sides: { readonly ours: () => Promise<number>; readonly baseline: () => Promise<number> },
): Promise<Compared> {
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0;
    const early = first ? await sides.ours() : await sides.baseline();
    const late = first ? await sides.baseline() : await sides.ours();
    if (round === 0) continue;
    ours.push(first ? early : late);
    baseline.push(first ? late : early);
  }
  return { ours: median(ours), baseline: median(baseline) };
}

/** How many times a second `work` was done, repeating it for `seconds`. `work` answers how many it did. */
export async function perSecond(seconds: number, work: () => Promise<number> | number): Promise<number> {
  const since = performance.now();
  let done = 0;
  let elapsedMs = 0;
  while (elapsedMs < seconds * 1000) {
    done += await work();
    elapsedMs = performance.now() - since;
  }
  return (done / elapsedMs) * 1000;
}
