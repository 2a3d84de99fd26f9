import { loadState, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { PdfPrinter } from '@lotsennetz/platform/documents';
import { tenant as tenants } from '../tenant/tenant.stream.js';
import { exportDocument, type Controller } from './export-document.js';
import { exportTemplate } from './export.template.js';
import { gatheringOf, type Gathered } from './gathered.js';

/** Two forms of the same: everything for machines, and what it means for people. */
export interface ExportFiles {
  readonly json: Buffer;
  readonly pdf: Buffer;
}

/** For the operator's command line: what has been gathered; undefined while services are missing. @throws RangeError when it is over. */
export async function exportFilesOf(
  ports: CommandPorts,
  { tenant, exportId }: { readonly tenant: string; readonly exportId: string },
): Promise<ExportFiles | undefined> {
  const scope = TenantScope.of(tenant);
  const gathering = await gatheringOf(ports, scope, exportId);
  if (gathering.status === 'gathering') return undefined;
  if (gathering.status !== 'complete') throw new RangeError('the time to fetch this is over, or the data was deleted');
  const { state } = await loadState(ports, tenants, { scope, id: tenant });
  const { name = tenant, legalRegime = 'DSGVO', ...facts } = state.status === 'founded' ? state.facts : {};
  const pdf = exportPdf(new PdfPrinter(), gathering.gathered, { ...facts, name, legalRegime });
  return { json: exportJson(gathering.gathered), pdf };
}

export function exportJson({ export: asked, services }: Gathered): Buffer {
  const { subjectId, kind, requestedOn } = asked;
  const content = {
    format: 'lotsennetz-export-1',
    subjectId,
    kind,
    requestedOn,
    services: Object.fromEntries(services),
  };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

export function exportPdf(printer: PdfPrinter, gathered: Gathered, controller: Controller): Buffer {
  const document = exportDocument(gathered, controller);
  const inputs = { document: JSON.stringify(document), title: document.title, lang: document.language };
  return printer.print({ template: exportTemplate, inputs });
}
