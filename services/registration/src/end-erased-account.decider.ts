import type { Day, Decision } from '@lotsennetz/kernel';
import type { MembershipEvent, MembershipState } from './membership/membership.stream.js';

/** A forgotten person's membership opens nothing any more, whichever issuer vouches for them. */
export function endErasedAccount(
  { on }: { readonly on: Day },
  state: MembershipState,
): Decision<MembershipEvent, never> {
  if (state.status === 'unknown' || state.status === 'ended') return [];
  return [{ type: 'MembershipEnded', happenedOn: on, data: { reason: 'erased' } }];
}
