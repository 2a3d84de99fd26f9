import { createHmac, timingSafeEqual } from 'node:crypto';
import { instantOf, uuidPattern, type Instant, type Keys, type TenantScope } from '@lotsennetz/kernel';

/** How long a link in a mail lets somebody answer a proposal. */
export const proposalLinkDays = 14;

/** What the link in a mail about a proposal says. Who has it may answer in the volunteer's place until it ends. */
export interface ProposalLink {
  readonly proposalId: string;
  /** A moment in whole seconds. */
  readonly validUntil: Instant;
}

/** The text that goes into the link of a mail sent now. It is signed, so that nothing secret has to be stored. */
export async function signProposalLink(
  keys: Keys,
  scope: TenantScope,
  { proposalId, now }: { readonly proposalId: string; readonly now: Instant },
): Promise<string> {
  const seconds = String(Math.floor(Date.parse(now) / 1000) + proposalLinkDays * 86_400);
  return `${proposalId}.${seconds}.${(await macOf(keys, scope, proposalId, seconds)).toString('base64url')}`;
}

/** What the text says, also after its time; undefined for one that this tenant has not signed. */
export async function readProposalLink(
  keys: Keys,
  scope: TenantScope,
  text: string,
): Promise<ProposalLink | undefined> {
  const [proposalId = '', seconds = '', mac = '', ...rest] = text.split('.');
  if (rest.length > 0 || !uuidPattern.test(proposalId) || !/^[1-9]\d{8,10}$/.test(seconds)) return undefined;
  const [shown, expected] = [Buffer.from(mac, 'base64url'), await macOf(keys, scope, proposalId, seconds)];
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return undefined;
  return { proposalId, validUntil: instantOf(new Date(Number(seconds) * 1000)) };
}

async function macOf(keys: Keys, scope: TenantScope, proposalId: string, seconds: string): Promise<Buffer> {
  const secret = await keys.secret(scope, 'proposal-link');
  return createHmac('sha256', secret).update(`${scope.tenant}.${proposalId}.${seconds}`).digest();
}
