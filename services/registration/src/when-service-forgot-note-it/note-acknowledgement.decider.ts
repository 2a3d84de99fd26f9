import type { ServiceName } from '@lotsennetz/contracts';
import type { Day, Decision } from '@lotsennetz/kernel';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import type { ErasureState } from '../erasure/erasure.stream.js';

/** Notes that a service has forgotten the person; the last one completes the erasure. */
export function noteAcknowledgement(
  { service, on }: { readonly service: ServiceName; readonly on: Day },
  state: ErasureState,
): Decision<ErasureEvent, never> {
  if (state.status !== 'ordered' || !state.missing.includes(service)) return [];
  const acknowledged = { type: 'ErasureAcknowledged', happenedOn: on, data: { service } } as const;
  if (state.missing.length > 1) return [acknowledged];
  return [acknowledged, { type: 'ErasureCompleted', happenedOn: on, data: {} }];
}
