import { canonical, refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { SettingsChange, TenantEvent, TenantState } from '../tenant/tenant.stream.js';

export interface ChangeTenantSettings {
  readonly change: SettingsChange;
  readonly on: Day;
}

export type ChangeTenantSettingsRefusal = 'unknown-tenant';

/** Records what differs from what is set; nothing when nothing does. */
export function changeTenantSettings(
  { change, on }: ChangeTenantSettings,
  state: TenantState,
): Decision<TenantEvent, ChangeTenantSettingsRefusal> {
  if (state.status === 'unknown') return refuse('unknown-tenant');
  const present = state.facts as Readonly<Record<string, unknown>>;
  const entries = Object.entries(change).filter(([name, value]) => differs(value, present[name]));
  if (entries.length === 0) return [];
  return [{ type: 'TenantSettingsChanged', happenedOn: on, data: Object.fromEntries(entries) }];
}

function differs(wanted: unknown, present: unknown): boolean {
  return JSON.stringify(canonical(wanted)) !== JSON.stringify(canonical(present ?? null));
}
