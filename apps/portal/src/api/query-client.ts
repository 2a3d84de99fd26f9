import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.js';

/** Answers that the same question would get again. */
const final = new Set([400, 401, 403, 404, 409, 410, 412, 422]);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !(error instanceof Problem && final.has(error.status)),
        retryDelay: (failures) => 500 * 2 ** failures,
        // Without a network the answer is an error that says so, not silence.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
