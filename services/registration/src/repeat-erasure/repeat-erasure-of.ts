import type { SubjectKind } from '@lotsennetz/contracts';
import { handleCommand, TenantScope, type CommandPorts, type Day } from '@lotsennetz/kernel';
import { endErasedAccount } from '../end-erased-account.decider.js';
import { erasure } from '../erasure/erasure.stream.js';
import { accountOf } from '../membership/account.body.js';
import { membership } from '../membership/membership.stream.js';
import { kindOfPerson } from '../person-lookup.js';
import { repeatErasure } from './repeat-erasure.decider.js';

export interface EarlierErasure {
  readonly tenant: string;
  /** Whose keys are destroyed. */
  readonly subject: string;
  /** When that was. */
  readonly on: Day;
  /** What they are if registration does not know them; undefined: nobody it concerns. */
  readonly otherwise?: SubjectKind | undefined;
}

/**
 * For a history that was put back from before an erasure: the membership ends here and now, whatever issuer vouches for
 * it, and the order is given once more, which every service carries out when it runs. Nothing happens for an id that is
 * nobody's, such as that of an export. May be repeated.
 */
export async function repeatErasureOf(ports: CommandPorts, erased: EarlierErasure): Promise<void> {
  const { subject: id, on } = erased;
  const scope = TenantScope.of(erased.tenant);
  const kind = (await kindOfPerson(ports, scope, id)) ?? erased.otherwise;
  if (!kind) return;
  const meta = { actor: 'restore', correlationId: ports.ids.next() };
  const membershipId = kind === 'staff' ? id : accountOf(scope, id);
  const command = { on };
  await handleCommand(ports, { stream: membership, scope, id: membershipId, decide: endErasedAccount, command, meta });
  const order = { kind, on };
  await handleCommand(ports, { stream: erasure, scope, id, decide: repeatErasure, command: order, meta });
}
