import type { Instant, Keys, TenantScope } from '@lotsennetz/kernel';
import { signProposalLink } from '@lotsennetz/platform';
import type { MessageContent } from '../message/message.stream.js';

/** Where the recipient of a proposal can answer it without an account, from now for 14 days; undefined for other messages. */
export async function answerAddress(
  keys: Keys,
  { scope, publicUrl }: { readonly scope: TenantScope; readonly publicUrl: string },
  { content, now }: { readonly content: MessageContent; readonly now: Instant },
): Promise<string | undefined> {
  const { proposalId } = content.params;
  if (content.template !== 'proposal' || proposalId === undefined) return undefined;
  const link = await signProposalLink(keys, scope, { proposalId, now });
  return `${publicUrl}/${scope.tenant}/proposal?link=${link}`;
}
