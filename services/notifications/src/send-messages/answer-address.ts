import type { Instant, Keys, TenantScope } from '@lotsennetz/kernel';
import { signInvitation, signProposalLink } from '@lotsennetz/platform';
import type { MessageContent } from '../message/message.stream.js';

/**
 * Where the recipient can answer a proposal without an account, from now for 14 days, or accept an invitation; undefined
 * for other messages. It is signed here, so that no event carries what lets somebody in.
 */
export async function answerAddress(
  keys: Keys,
  { scope, publicUrl }: { readonly scope: TenantScope; readonly publicUrl: string },
  { content, now }: { readonly content: MessageContent; readonly now: Instant },
): Promise<string | undefined> {
  const { proposalId, membershipId, invitation } = content.params;
  if (content.template === 'membership-invited' && membershipId !== undefined && invitation !== undefined)
    return `${publicUrl}/join/${scope.tenant}/${await signInvitation(keys, scope, { membershipId, number: invitation })}`;
  if (content.template !== 'proposal' || proposalId === undefined) return undefined;
  const link = await signProposalLink(keys, scope, { proposalId, now });
  return `${publicUrl}/t/${scope.tenant}/vorschlag?link=${link}`;
}
