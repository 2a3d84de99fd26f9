/** Licences that a public body may use, change and pass on; each was read. Another one is a decision, not a detail. */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  ...['CC0-1.0', 'Python-2.0', 'MPL-2.0', 'EUPL-1.2'],
  // Data and fonts, passed on with their notice.
  ...['CC-BY-3.0', 'CC-BY-4.0', 'OFL-1.1'],
]);

/** Packages whose manifest names no licence; the file that does was read. */
const readByHand: Readonly<Record<string, string>> = {
  buildcheck: 'MIT',
  'cpu-features': 'MIT',
  ssh2: 'MIT',
};

/** Whether the licence, an SPDX expression of AND and OR, leaves a choice among allowed ones. */
export function isAllowed(name: string, licence: string | undefined): boolean {
  const expression = licence ?? readByHand[name];
  return expression !== undefined && meets(expression);
}

function meets(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  const choices = bare.split(' OR ');
  if (choices.length > 1) return choices.some(meets);
  const parts = bare.split(' AND ');
  return parts.length > 1 ? parts.every(meets) : allowed.has(bare);
}
