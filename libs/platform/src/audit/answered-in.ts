import type { Answered } from './reading.js';

/** What stands in a body: each text of a JSON document. Anything else (a table, a page, a PDF) is not looked into. */
export function answeredIn(contentType: string, body: unknown): Answered {
  if (typeof body !== 'string') return { kind: 'opaque' };
  if (/\bjson\b/.test(contentType)) return { kind: 'texts', texts: new Set(textsOf(JSON.parse(body))) };
  return { kind: 'opaque' };
}

function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsOf(each);
}
