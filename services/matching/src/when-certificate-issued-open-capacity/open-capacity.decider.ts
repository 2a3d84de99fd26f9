import type { Day, Decision } from '@lotsennetz/kernel';
import type { HelperEvent, HelperState } from '../helper/helper.stream.js';

/** From the first certificate on a volunteer may be given households; further ones change nothing. */
export function openCapacity(
  { certificateId, on }: { readonly certificateId: string; readonly on: Day },
  state: HelperState,
): Decision<HelperEvent, never> {
  return state.certified ? [] : [{ type: 'CertificateLearnt', happenedOn: on, data: { certificateId } }];
}
