import type { Day, Decision } from '@lotsennetz/kernel';
import type { AgreementEvent, AgreementState } from '../agreement/agreement.stream.js';

/** Either tenant may end it; what was never signed is ended already. */
export function endAgreement({ on }: { readonly on: Day }, state: AgreementState): Decision<AgreementEvent, never> {
  return state.status === 'signed' ? [{ type: 'AgreementEnded', happenedOn: on, data: {} }] : [];
}
