import { FoldCache, loadState, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { tenant, type TenantFacts } from '../tenant/tenant.stream.js';

/** For the operator's command line: what is set for a tenant now; undefined for one that was never founded. */
export async function tenantOf(ports: CommandPorts, id: string): Promise<TenantFacts | undefined> {
  const at = { scope: TenantScope.of(id), id };
  const { state } = await loadState({ ...ports, folds: new FoldCache() }, tenant, at);
  return state.status === 'founded' ? state.facts : undefined;
}
