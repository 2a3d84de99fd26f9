import type { Membership, Role } from '../api/session.js';

/** Where the work of each role begins; whoever has several begins where the first of them does. */
const places = [
  [['coordinator', 'administrator'], '/t/$tenant/buero'],
  [['trainer'], '/t/$tenant/buero/kurse'],
  [['carrier-manager'], '/t/$tenant/buero/anfragen'],
  [['analyst'], '/t/$tenant/bericht'],
  [['volunteer'], '/t/$tenant/ich'],
  [['newcomer'], '/t/$tenant/haushalt'],
] as const satisfies readonly (readonly [readonly Role[], string])[];

/** Where people of these roles go after signing in; the front page for whoever has no screens of their own. */
export function placeFor(roles: readonly Role[]) {
  return places.find(([of]) => of.some((role) => roles.includes(role)))?.[1] ?? ('/t/$tenant' as const);
}

/** The way to one's only place of work; undefined with several, among which one chooses. */
export function onlyPlace(memberships: readonly Membership[]) {
  const [only, ...others] = memberships;
  if (!only || others.length > 0) return undefined;
  return { to: placeFor(only.roles), params: { tenant: only.tenant } };
}
