import { returnAddress } from './return-address.js';

describe('where somebody goes after signing in', () => {
  it.each(['/', '/siegen/freiwillige?seite=2#zeile', '/join/siegen/abc', '/loginhilfe'])('%s is ours', (wanted) => {
    expect(returnAddress(wanted)).toBe(wanted);
  });
  it.each([
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/a\\b',
    '/\t/example.org',
    'javascript:alert(1)',
    '',
    'siegen',
    '/login?to=/',
    '/logout',
    '/identity/session/end',
    `/${'x'.repeat(2_000)}`,
    undefined,
    ['/a', '/b'],
  ])('%j leads to the start page', (wanted) => {
    expect(returnAddress(wanted)).toBe('/');
  });
});
