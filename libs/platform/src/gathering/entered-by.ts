import type { Grants } from '../access/grants.js';

/** Who has entered something, as far as the person it is about may know: a role, never a name. */
export function enteredBy(actor: string, { tokens, memberships }: Grants): string {
  const [kind = '', id = ''] = actor.split(':');
  switch (kind) {
    case 'token':
      return tokens.get(id)?.role ?? 'former-member';
    case 'person': {
      const all = [...memberships.values()].flat();
      return all.find(({ membershipId }) => membershipId === id)?.roles.join(', ') ?? 'former-member';
    }
    case 'public':
      return 'form';
    case 'import':
      return 'import';
    case 'cli':
      return 'operator';
    default:
      return 'automatic';
  }
}
