import { isErased, openAll, type Change, type Opened, type Projection, type TenantScope } from '@lotsennetz/kernel';
import { Injectable } from '@nestjs/common';
import { ServiceRuntime } from './service-runtime.js';
import { ViewReader } from './view-reader.js';

/**
 * Rows of a view with their personal fields opened, kept in memory for searching by name or e-mail: what is
 * sealed on disk cannot be searched there. Loaded for a tenant on first use; a changed row is opened anew.
 */
@Injectable()
export class OpenedRows {
  private readonly tenants = new Map<string, Map<string, object>>();
  private readonly outdated = new Map<string, Set<string>>();

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {
    runtime.views.onChanges((changes) => this.forgetChanged(changes));
  }

  /** All rows of the tenant's view by id, opened. Values of erased people read as `Erased`. */
  async of<Row extends object>(
    scope: TenantScope,
    view: Projection<Row & { readonly id: string }>,
  ): Promise<ReadonlyMap<string, Opened<Row & { readonly id: string }>>> {
    const key = `${view.name}/${scope.tenant}`;
    const known = this.tenants.get(key);
    const rows = known ?? new Map<string, object>();
    if (!known) {
      this.outdated.set(key, new Set());
      for await (const row of this.reader.all({ scope }, view))
        rows.set(row.id, await openAll(this.runtime.keys, scope, row));
      this.tenants.set(key, rows);
    }
    const outdated = this.outdated.get(key) ?? new Set<string>();
    for (const id of [...outdated]) {
      outdated.delete(id);
      const row = await this.reader.find({ scope }, view, id);
      if (row) rows.set(id, await openAll(this.runtime.keys, scope, row));
      else rows.delete(id);
    }
    return rows as Map<string, Opened<Row & { readonly id: string }>>;
  }

  private forgetChanged(changes: readonly Change[]): void {
    for (const { collection, scope, id } of changes) {
      const view = collection.slice(0, collection.indexOf('.v'));
      this.outdated.get(`${view}/${scope.tenant}`)?.add(id);
    }
  }
}

/** Lower case without accents, for comparing what people type; Erased values match nothing. */
export function searchable(value: unknown): string {
  if (typeof value !== 'string' || isErased(value)) return '';
  return value
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('de');
}
