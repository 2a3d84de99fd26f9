import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from './problem.js';

/**
 * A step that changes something. Whatever comes of it, what is shown is read anew: after a refusal because somebody
 * else was faster, people must see what the other one did.
 */
export function useAction<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  options: {
    readonly onDone?: (answer: Answer, input: Input) => void;
    /** Tries again by itself when no answer came or the platform is busy. Only with an Idempotency-Key. */
    readonly again?: boolean;
  } = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    retry: (failures, error) => options.again === true && failures < 3 && passes(error),
    retryDelay: (failures) => 1_000 * 2 ** failures,
    onSuccess: (answer, input) => options.onDone?.(answer, input),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Whether the same request may well get another answer later. */
export function passes(error: Error): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Only if nobody has changed it since: 412 else. */
export function seen(revision: number): { readonly 'if-match': string } {
  return { 'if-match': `"${revision}"` };
}
