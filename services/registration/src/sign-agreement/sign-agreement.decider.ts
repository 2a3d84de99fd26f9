import type { SharedThing } from '@lotsennetz/contracts';
import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import { sameMembers } from '../same-members.js';
import type { AgreementEvent, AgreementState } from '../agreement/agreement.stream.js';

export interface SignAgreement {
  /** The other tenant; 'own' and 'unknown' are those with whom nothing can be signed. */
  readonly partner: { readonly id: string; readonly kind: 'own' | 'unknown' | 'other' };
  readonly shares: readonly SharedThing[];
  readonly on: Day;
}

export type SignAgreementRefusal = 'own-tenant' | 'unknown-partner';

export function signAgreement(
  { partner, shares, on }: SignAgreement,
  state: AgreementState,
): Decision<AgreementEvent, SignAgreementRefusal> {
  if (partner.kind === 'own') return refuse('own-tenant');
  if (partner.kind === 'unknown') return refuse('unknown-partner');
  if (state.status === 'signed' && sameMembers(state.shares, shares)) return [];
  return [{ type: 'AgreementSigned', happenedOn: on, data: { partner: partner.id, shares } }];
}
