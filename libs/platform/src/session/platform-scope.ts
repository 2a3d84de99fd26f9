import { TenantScope } from '@lotsennetz/kernel';

/** What belongs to the platform itself and to no tenant: sessions, accounts, their secrets. No tenant may have this id. */
export const platformScope = TenantScope.of('platform');
