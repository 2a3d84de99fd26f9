import type { RequestRow } from './request/request-list.view.js';

/** Accepted proposals that are not confirmed yet: each holds a place at its volunteer. */
export class Agreements {
  private readonly volunteerOf = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** Takes note of a request's newest row; answers whose places that changes. */
  note(requestId: string, row: RequestRow | undefined): readonly string[] {
    const before = this.volunteerOf.get(requestId);
    const now = row?.status === 'open' && row.proposal?.status === 'accepted' ? row.proposal.volunteerId : undefined;
    if (before === now) return [];
    if (now === undefined) this.volunteerOf.delete(requestId);
    else this.volunteerOf.set(requestId, now);
    return [...this.count(before, -1), ...this.count(now, 1)];
  }

  /** How many there are at a volunteer. */
  at(volunteerId: string): number {
    return this.counts.get(volunteerId) ?? 0;
  }

  private count(volunteerId: string | undefined, change: number): readonly string[] {
    if (volunteerId === undefined) return [];
    this.counts.set(volunteerId, this.at(volunteerId) + change);
    return [volunteerId];
  }
}
