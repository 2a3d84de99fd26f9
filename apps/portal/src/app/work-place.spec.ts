import { onlyPlace, placeFor } from './work-place.js';

describe('where one goes after signing in', () => {
  it.each([
    [['coordinator'] as const, '/t/$tenant/buero'],
    [['trainer', 'volunteer'] as const, '/t/$tenant/buero/kurse'],
    [['analyst'] as const, '/t/$tenant/bericht'],
    [['volunteer'] as const, '/t/$tenant/ich'],
    [['newcomer'] as const, '/t/$tenant/haushalt'],
    [[] as const, '/t/$tenant'],
  ])('%j work at %s', (roles, place) => expect(placeFor(roles)).toBe(place));
  it('is one place only for whoever has one', () => {
    const siegen = { tenant: 'siegen', tenantName: 'Siegen', membershipId: 'rosa', roles: ['volunteer'] as const };
    expect(onlyPlace([siegen])).toEqual({ to: '/t/$tenant/ich', params: { tenant: 'siegen' } });
    expect(onlyPlace([])).toBeUndefined();
    expect(onlyPlace([siegen, { ...siegen, tenant: 'kreuztal' }])).toBeUndefined();
  });
});
