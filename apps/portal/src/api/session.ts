import { queryOptions } from '@tanstack/react-query';
import type { Answer } from './answers.js';
import { setCsrfToken } from './client.js';
import { Problem, problemOf } from './problem.js';

type Told = Answer<'/session'>;
type SignedIn = Extract<Told, { readonly signedIn: true }>;
export type Membership = SignedIn['memberships'][number];
export type Role = Membership['roles'][number];

/** Who sits in front of the browser; nobody has no memberships. */
export interface Session extends Partial<Omit<SignedIn, 'signedIn' | 'memberships'>>, Pick<SignedIn, 'memberships'> {
  readonly signedIn: boolean;
}

const nobody: Session = { signedIn: false, memberships: [] };

/** Who sits in front of the browser. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const answer = await fetch('/session', { signal, headers: { accept: 'application/json' } });
    // A deployment without sign-in has no session, and shows what is public.
    if (answer.status === 404 || answer.status === 401) return nobody;
    if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
    const told = (await answer.json()) as Told;
    setCsrfToken(told.signedIn ? told.csrfToken : undefined);
    return { ...nobody, ...told };
  },
  staleTime: 60_000,
});

/** Goes to the sign-in page; comes back to `to`. */
export function signIn(to: string): void {
  globalThis.location.assign(`/login?to=${encodeURIComponent(to)}`);
}

/** Ends the session here and goes where signing out ends. @throws Problem when it could not be ended. */
export async function signOut({ csrfToken }: Session): Promise<void> {
  const answer = await fetch('/logout', { method: 'POST', headers: csrfToken ? { 'x-csrf-token': csrfToken } : {} });
  if (!answer.ok && answer.status !== 401) throw new Problem(answer.status, 'internal-error', 'sign-out failed');
  // The issuer may have a session of its own to end.
  const { to = '/' } = answer.ok ? ((await answer.json()) as { readonly to?: string }) : {};
  globalThis.location.assign(to);
}
