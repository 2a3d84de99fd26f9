import { useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * A step that changes something. Whatever comes of it, what is shown is read anew: after a refusal because somebody
 * else was faster, people must see what the other one did.
 */
export function useAction<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  { onDone }: { readonly onDone?: (answer: Answer, input: Input) => void } = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (answer, input) => onDone?.(answer, input),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Only if nobody has changed it since: 412 else. */
export function seen(revision: number): { readonly 'if-match': string } {
  return { 'if-match': `"${revision}"` };
}
