import { Unavailable, WrongExpectedRevision } from '@lotsennetz/kernel';

/**
 * An error for the log. Messages are left out unless they are known to hold ids and figures only: a parser's or a
 * driver's may quote what somebody wrote. Class, code and place say where to look.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const harmless = error instanceof Unavailable || error instanceof WrongExpectedRevision;
  const said = harmless ? `: ${error.message}` : placeOf(error);
  const because = cause instanceof Error ? `, because of ${describeError(cause)}` : '';
  return `${error.constructor.name}${code}${said}${because}`;
}

/** Where an error came from, without what it said. */
export function framesOf(error: unknown): string | undefined {
  const frames = stackLines(error);
  return frames.length > 0 ? frames.join('\n') : undefined;
}

function placeOf(error: Error): string {
  for (const line of stackLines(error)) {
    const [, name, place] = /at (?:async )?(?:(\S+) \()?.*?([^/\\(]+:\d+):\d+\)?$/.exec(line) ?? [];
    if (place) return ` in ${[name, place].filter(Boolean).join(' ')}`;
  }
  return '';
}

// The message may have lines of its own, even such that look like frames: it stands first and is cut off by its length.
function stackLines(error: unknown): readonly string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const start = error.stack.indexOf(error.message);
  const rest = error.stack.slice(start < 0 ? 0 : start + error.message.length);
  return rest.split('\n').filter((line) => /^\s+at /.test(line));
}
