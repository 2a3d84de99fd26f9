/** Pages of signing in itself: returning to one would go round in circles. */
const ownPages = /^\/(?:login|logout|identity)(?:[/?#]|$)/;

/** Where to go after signing in: an address on our own site, or the start page for anything else. */
export function returnAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000) return '/';
  // Browsers read a backslash as a slash, and leave out tabs and line ends.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/';
  return ownPages.test(wanted) ? '/' : wanted;
}
