import { existsSync, readFileSync } from 'node:fs';
import { Problem } from '@lotsennetz/platform';
import { describedTenant, type DescribedTenant } from '@lotsennetz/suite';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { fieldsIn } from '../arguments.js';

/** @throws RangeError naming file, line and field of everything that cannot be used. */
export function readTenantFile(path: string): DescribedTenant {
  if (!existsSync(path)) throw new RangeError(`there is no file ${path}`);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => `${path}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0)
    throw new RangeError(document.errors.map(({ pos, message }) => `${lineAt(pos[0])}: ${message}`).join('\n'));
  try {
    return describedTenant(document.toJS());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new RangeError(
      fieldsIn(error)
        .map(({ field, problem }) => `${lineAt(offsetOf(document, field))}: ${field}: ${problem}`)
        .join('\n'),
      { cause: error },
    );
  }
}

/** Where a field, or the nearest thing around it that is there, begins. */
function offsetOf(document: Document, field: string): number {
  const steps = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const node = document.getIn(steps.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
