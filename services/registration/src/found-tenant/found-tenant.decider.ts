import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import { mayBeFounded } from '@lotsennetz/platform';
import type { TenantEvent, TenantFacts, TenantState } from '../tenant/tenant.stream.js';

export interface FoundTenant {
  readonly id: string;
  readonly facts: TenantFacts;
  readonly on: Day;
}

export type FoundTenantRefusal = 'tenant-exists' | 'reserved-id';

/** Founding the same tenant again under its name changes nothing, its settings included; under another name it is refused. */
export function foundTenant(
  { id, facts, on }: FoundTenant,
  state: TenantState,
): Decision<TenantEvent, FoundTenantRefusal> {
  if (!mayBeFounded(id)) return refuse('reserved-id');
  if (state.status === 'founded') return state.facts.name === facts.name ? [] : refuse('tenant-exists');
  return [{ type: 'TenantFounded', happenedOn: on, data: facts }];
}
