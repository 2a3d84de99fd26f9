import type { SharedThing } from '@lotsennetz/contracts';
import type { TenantId } from '@lotsennetz/kernel';
import type { Grants } from '@lotsennetz/platform';

export interface AgreementRow {
  readonly partner: string;
  readonly partnerName: string;
  /** What this tenant has signed. */
  readonly signedHere: readonly SharedThing[];
  /** What the partner has signed. */
  readonly signedThere: readonly SharedThing[];
  /** What is shared: signed by both. */
  readonly shared: readonly SharedThing[];
}

/** What a tenant has signed itself, by partner. */
export type OwnHalves = ReadonlyMap<string, readonly SharedThing[]>;

/** Every agreement that this tenant or a partner has signed. A pure reading of its own halves and the grants. */
export function agreementsOf(grants: Grants, tenant: TenantId, own: OwnHalves): readonly AgreementRow[] {
  const here = [...own].filter(([, things]) => things.length > 0).map(([partner]) => partner);
  const there = [...grants.signatures].filter(([, halves]) => halves.has(tenant)).map(([partner]) => partner);
  const partners = [...new Set([...here, ...there])].sort();
  return partners.map((partner) => {
    const signedHere = own.get(partner) ?? [];
    const signedThere = grants.signatures.get(partner as TenantId)?.get(tenant) ?? [];
    const partnerName = grants.tenants.get(partner as TenantId)?.name ?? partner;
    const shared = signedHere.filter((thing) => signedThere.includes(thing));
    return { partner, partnerName, signedHere, signedThere, shared };
  });
}
