import type { Day, Decision } from '@lotsennetz/kernel';
import type { OfficeAddress, OfficeEvent, OfficeState } from '../office/office.stream.js';

/** An office that was closed stays closed: a new one has a new id. */
export function openOffice(
  { office, on }: { readonly office: OfficeAddress; readonly on: Day },
  state: OfficeState,
): Decision<OfficeEvent, never> {
  return state.status === 'unknown' ? [{ type: 'OfficeOpened', happenedOn: on, data: office }] : [];
}
