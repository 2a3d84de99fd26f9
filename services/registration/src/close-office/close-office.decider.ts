import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { OfficeEvent, OfficeState } from '../office/office.stream.js';

export type CloseOfficeRefusal = 'unknown-office';

export function closeOffice(
  { on }: { readonly on: Day },
  state: OfficeState,
): Decision<OfficeEvent, CloseOfficeRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-office');
    case 'closed':
      return [];
    case 'open':
      return [{ type: 'OfficeClosed', happenedOn: on, data: {} }];
  }
}
