import type { TenantScope } from '@lotsennetz/kernel';
import type { CsvResult, LineError } from './csv.js';
import type { ImportKind } from './import.stream.js';

/** One step of an import: what one line, or one group of lines, does. May be repeated: it derives its command ids from `key`. */
export interface ImportStep {
  readonly line: number;
  readonly run: (origin: {
    readonly scope: TenantScope;
    readonly actor: string;
    readonly key: string;
  }) => Promise<void>;
}

export interface ImportFile<Line> {
  readonly kind: ImportKind;
  readonly text: string;
  readonly read: (text: string) => Promise<CsvResult<Line>> | CsvResult<Line>;
  /** Steps for the lines, or errors that only a look at what is stored can find. */
  readonly plan: (lines: readonly Line[]) => Promise<readonly ImportStep[] | { readonly errors: readonly LineError[] }>;
}

export interface ImportStatus {
  readonly id: string;
  readonly kind: ImportKind;
  /** `interrupted`: the platform stopped in between; send the same file again to finish it. */
  readonly state: 'running' | 'done' | 'failed' | 'interrupted';
  readonly done: number;
  readonly total: number;
  readonly failure?: { readonly line: number; readonly code: string };
}

/** A step could not be carried out for a reason the plan had not seen. */
export class ImportStepFailed extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
