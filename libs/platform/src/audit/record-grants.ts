import { parseStreamName, type CommandPorts, type Position, type ReadModels } from '@lotsennetz/kernel';
import type { AuditTrail } from './audit-chain.js';

/** Events of these tell what somebody may. */
export interface GrantStream {
  readonly service: string;
  readonly category: string;
}

const checkpoint = 'audit-grants';

/**
 * Follows the history and records each change of what somebody may, whoever made it: a request, the command line, an
 * import. None is missed by a crash; one may be recorded twice, with the same event id.
 */
export async function recordGrants(
  ports: Pick<CommandPorts, 'eventStore'> & { readonly readModels: ReadModels; readonly audit: AuditTrail },
  streams: readonly GrantStream[],
  signal: AbortSignal,
): Promise<void> {
  const after = (await ports.readModels.checkpoint(checkpoint)) as Position | undefined;
  const categories = streams.map(({ service, category }) => `${service}.${category}`);
  for await (const batch of ports.eventStore.subscribe({ after, categories, signal })) {
    await Promise.all(
      batch.map(({ id, type, stream, recordedAt, meta }) =>
        ports.audit.append({
          ...{ kind: 'grant', at: recordedAt, tenant: parseStreamName(stream).scope.tenant },
          ...{ actor: meta.actor, event: type, eventId: id, stream },
        }),
      ),
    );
    const last = batch.at(-1);
    if (last) await ports.readModels.advance(checkpoint, last.position);
  }
}
