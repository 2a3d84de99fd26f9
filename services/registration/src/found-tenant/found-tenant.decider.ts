import type { TenantKind } from '@lotsennetz/contracts';
import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { TenantEvent, TenantState } from '../tenant/tenant.stream.js';

export interface FoundTenant {
  readonly name: string;
  readonly kind: TenantKind;
  readonly timeZone: string;
  readonly on: Day;
}

export type FoundTenantRefusal = 'tenant-exists';

/** Founding the same tenant again under its name changes nothing; under another name it is refused. */
export function foundTenant(command: FoundTenant, state: TenantState): Decision<TenantEvent, FoundTenantRefusal> {
  if (state.status === 'founded') return state.name === command.name ? [] : refuse('tenant-exists');
  const { on, ...data } = command;
  return [{ type: 'TenantFounded', happenedOn: on, data }];
}
