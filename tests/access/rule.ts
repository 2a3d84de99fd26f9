/** For whom a route is. */
export type Rule =
  | { readonly for: 'platform' | 'public' | 'operator' | 'signed-in' }
  /** People with an account about themselves; where it is named, of this kind only. */
  | { readonly for: 'self'; readonly account?: 'volunteer' | 'newcomer' }
  | {
      readonly for: 'staff';
      readonly roles: string;
      /** What a county must have been granted. */
      readonly county?: 'aggregates' | 'courses' | 'shortages';
    };

/** Staff in these roles: A administrator, C coordinator, T trainer, M carrier manager, N analyst. */
export const staff = (roles: string, others: { county?: 'aggregates' | 'courses' | 'shortages' } = {}): Rule => ({
  for: 'staff',
  roles,
  ...others,
});
export const [platform, anybody, operator, signedIn, self] = (
  ['platform', 'public', 'operator', 'signed-in', 'self'] as const
).map((kind): Rule => ({ for: kind })) as [Rule, Rule, Rule, Rule, Rule];

export const [volunteer, newcomer] = (['volunteer', 'newcomer'] as const).map((account): Rule => ({
  for: 'self',
  account,
})) as [Rule, Rule];

export const administrator = staff('A');
export const office = staff('AC');
export const trainers = staff('ACT');
export const readers = staff('ACTM');
export const everybody = staff('ACTMN');
