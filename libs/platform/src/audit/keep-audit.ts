import { pause } from '@lotsennetz/kernel';
import type { AccessLog } from './access-log.js';
import { anchored } from './anchored.js';
import type { AuditTrail } from './audit-chain.js';

const anchorEveryMs = 3_600_000;
const indexEveryMs = 10_000;

/**
 * Anchors the chain every hour, and brings the access log up to it every few seconds, so that a person who asks never
 * waits for a long reading.
 */
export async function keepAudit(
  { audit, accessLog }: { readonly audit: AuditTrail; readonly accessLog: AccessLog },
  signal: AbortSignal,
): Promise<void> {
  for (let at = 0; !signal.aborted; at = (at + indexEveryMs) % anchorEveryMs) {
    if (at === 0) await anchored(audit);
    await accessLog.catchUp();
    await pause(indexEveryMs, signal);
  }
}
