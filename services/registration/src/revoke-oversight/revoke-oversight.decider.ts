import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { OversightEvent, OversightState } from '../oversight/oversight.stream.js';

export type RevokeOversightRefusal = 'unknown-oversight';

export function revokeOversight(
  { on }: { readonly on: Day },
  state: OversightState,
): Decision<OversightEvent, RevokeOversightRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-oversight');
    case 'revoked':
      return [];
    case 'granted':
      return [{ type: 'OversightRevoked', happenedOn: on, data: {} }];
  }
}
