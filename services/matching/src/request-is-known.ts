import { loadState, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { request } from './request/request.stream.js';

/** Whether there ever was such a request: a household may be known by it alone. */
export async function requestIsKnown(
  ports: CommandPorts,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<boolean> {
  const { state } = await loadState(ports, request, { scope: TenantScope.of(tenant), id });
  return state.status !== 'unknown';
}
