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

/** Every agreement that this tenant or a partner has signed. A pure reading of the grants. */
export function agreementsOf(grants: Grants, tenant: TenantId): readonly AgreementRow[] {
  const here = grants.signatures.get(tenant) ?? new Map<string, readonly SharedThing[]>();
  const there = [...grants.signatures].filter(([, halves]) => halves.has(tenant)).map(([partner]) => partner);
  const partners = [...new Set([...here.keys(), ...there])].sort();
  return partners.map((partner) => {
    const signedHere = here.get(partner) ?? [];
    const signedThere = grants.signatures.get(partner as TenantId)?.get(tenant) ?? [];
    const partnerName = grants.tenants.get(partner as TenantId)?.name ?? partner;
    const shared = signedHere.filter((thing) => signedThere.includes(thing));
    return { partner, partnerName, signedHere, signedThere, shared };
  });
}
