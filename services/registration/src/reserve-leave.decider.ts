import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { AdministratorsEvent, AdministratorsState } from './administrators/administrators.stream.js';

/** An administrator, as of a revision of their membership. */
export interface Administrator {
  readonly membershipId: string;
  readonly revision: number;
}

export interface ReserveLeave {
  readonly who: Administrator;
  /** Everybody else who administers the tenant. */
  readonly others: readonly Administrator[];
  readonly on: Day;
}

export type ReserveLeaveRefusal = 'last-administrator';

/** A tenant keeps an administrator: nobody else could appoint one. Whoever is about to leave does not count. */
export function reserveLeave(
  { who, others, on }: ReserveLeave,
  { leaving }: AdministratorsState,
): Decision<AdministratorsEvent, ReserveLeaveRefusal> {
  const stays = others.some(({ membershipId, revision }) => revision > (leaving[membershipId] ?? -1));
  if (!stays) return refuse('last-administrator');
  if (leaving[who.membershipId] === who.revision) return [];
  const { membershipId, revision } = who;
  return [{ type: 'LeaveReserved', happenedOn: on, data: { membershipId, revision } }];
}
