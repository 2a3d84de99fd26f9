import { createHash } from 'node:crypto';
import { canonical, type Day, type EventStore, type Instant, type TenantScope } from '@lotsennetz/kernel';
import { integrationReportDefinition, type IntegrationFigures } from './integration-report.definition.js';
import { replay } from './replay.js';
import type { ReportParameters, ReportPositions } from './report-definition.js';

export interface IntegrationReport extends IntegrationFigures {
  readonly tenant: string;
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  readonly definition: { readonly name: string; readonly version: number };
  readonly positions: ReportPositions;
  /** SHA-256 over canonical JSON of definition, parameters and figures: the same question and answer, the same hash, on every installation. */
  readonly hash: string;
}

/**
 * The integration report of a tenant, straight from reporting's store; no key is needed, nothing is written.
 * Whoever needs the newest figures first waits until reporting has read everything published.
 * @throws RangeError when `knownAt` lies after `now`: what will be known by then is not known yet.
 */
export async function integrationReport(
  ports: { readonly eventStore: Pick<EventStore, 'replay'> },
  scope: TenantScope,
  question: ReportParameters & { readonly now: Instant },
): Promise<IntegrationReport> {
  const { asOf, knownAt, now } = question;
  if (knownAt !== undefined && knownAt > now) throw new RangeError('knownAt must not lie in the future');
  const { figures, positions } = await replay(ports.eventStore, scope, {
    definition: integrationReportDefinition,
    parameters: { asOf, knownAt },
  });
  const { name, version } = integrationReportDefinition;
  const definition = { name, version };
  const parameters = { tenant: scope.tenant, asOf, knownAt: knownAt ?? null };
  return { ...parameters, ...figures, definition, positions, hash: hashOf({ definition, parameters, figures }) };
}

/** SHA-256 over canonical JSON. */
export function hashOf(content: object): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('hex');
}
