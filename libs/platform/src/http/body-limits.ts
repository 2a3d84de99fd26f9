import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { invalidInput } from './problem.js';

const maxDepth = 32;

/** Hook: what checks and fingerprints a body descends into it by recursion, and thousands of levels would exhaust the stack. */
export function refuseDeepBody(request: FastifyRequest, _reply: unknown, done: HookHandlerDoneFunction): void {
  done(
    isDeeper(request.body, maxDepth)
      ? invalidInput([{ field: '', problem: `must not be nested deeper than ${maxDepth} levels` }])
      : undefined,
  );
}

/** Level by level, not by recursion. */
function isDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each as Record<string, unknown>) : [],
    );
  }
  return false;
}

const maxDrainedBytes = 64 * 1_048_576;

/**
 * Resolves when the rest of a refused body has come in, or too much of it. Who is still sending when the connection
 * closes gets a reset instead of the answer.
 */
export async function drained(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxDrainedBytes) request.emit('close');
  });
  await Promise.race([once(request, 'end'), once(request, 'close')]).catch(() => undefined);
}
