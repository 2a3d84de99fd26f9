import { deriveId, type TenantScope } from '@lotsennetz/kernel';

/** The one account of a volunteer or newcomer. */
export function accountOf(scope: TenantScope, subjectId: string): string {
  return deriveId('account', scope.tenant, subjectId);
}
