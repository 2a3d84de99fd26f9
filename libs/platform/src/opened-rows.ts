import { isErased, openAll, type Change, type Opened, type Projection, type TenantScope } from '@lotsennetz/kernel';
import { Injectable } from '@nestjs/common';
import { PersonalIndex } from './audit/personal-index.js';
import { presentReading, readingAhead } from './audit/reading.js';
import { ServiceRuntime } from './service-runtime.js';
import { ViewReader } from './view-reader.js';

interface TenantRows {
  /** Opened anew by the next reader. */
  readonly outdated: Set<string>;
  /** The opening under way or done; readers queue behind it, so that nobody sees a row that another is just opening anew. */
  rows: Promise<Map<string, object>>;
  /** Whose values the rows hold: a request is noted as having shown those that stand in its answer. */
  readonly personal: PersonalIndex;
}

/**
 * Rows of a view with their personal fields opened, kept in memory for searching by name or e-mail: what is
 * sealed on disk cannot be searched there. Loaded for a tenant on first use; a changed row is opened anew.
 */
@Injectable()
export class OpenedRows {
  private readonly tenants = new Map<string, TenantRows>();

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {
    runtime.views.onChanges((changes) => this.markOutdated(changes));
  }

  /** All rows of the tenant's view by id, opened. Values of erased people read as `Erased`. */
  async of<Row extends object>(
    scope: TenantScope,
    view: Projection<Row & { readonly id: string }>,
  ): Promise<ReadonlyMap<string, Opened<Row & { readonly id: string }>>> {
    const key = `${view.name}/${scope.tenant}`;
    const tenant = readingAhead(() => this.open(key, scope, view));
    presentReading()?.noteSearched(tenant.personal);
    try {
      return (await tenant.rows) as Map<string, Opened<Row & { readonly id: string }>>;
    } catch (error) {
      this.tenants.delete(key);
      throw error;
    }
  }

  private open<Row extends { readonly id: string }>(
    key: string,
    scope: TenantScope,
    view: Projection<Row>,
  ): TenantRows {
    let tenant = this.tenants.get(key);
    if (tenant) tenant.rows = this.openOutdated(scope, view, tenant);
    else {
      const personal = new PersonalIndex();
      tenant = { outdated: new Set(), rows: this.openAllRows(scope, view, personal), personal };
      this.tenants.set(key, tenant);
    }
    return tenant;
  }

  private async openAllRows<Row extends { readonly id: string }>(
    scope: TenantScope,
    view: Projection<Row>,
    personal: PersonalIndex,
  ): Promise<Map<string, object>> {
    const rows = new Map<string, object>();
    for await (const row of this.reader.all({ scope }, view)) {
      const opened = await openAll(this.runtime.keys, scope, row);
      personal.put(row.id, row, opened);
      rows.set(row.id, opened);
    }
    return rows;
  }

  private async openOutdated(scope: TenantScope, view: Projection, tenant: TenantRows): Promise<Map<string, object>> {
    const rows = await tenant.rows;
    for (const id of [...tenant.outdated]) {
      tenant.outdated.delete(id);
      const row = await this.reader.find({ scope }, view, id);
      if (row) {
        const opened = await openAll(this.runtime.keys, scope, row);
        tenant.personal.put(id, row, opened);
        rows.set(id, opened);
      } else {
        tenant.personal.remove(id);
        rows.delete(id);
      }
    }
    return rows;
  }

  private markOutdated(changes: readonly Change[]): void {
    for (const { collection, scope, id } of changes) {
      const view = collection.slice(0, collection.indexOf('.v'));
      this.tenants.get(`${view}/${scope.tenant}`)?.outdated.add(id);
    }
  }
}

// Letters that Unicode does not take apart into a base and an accent.
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case without accents, for comparing what people type; Erased values match nothing. Ids derive from it: a change gives imported people new ones. */
export function searchable(value: unknown): string {
  if (typeof value !== 'string' || isErased(value)) return '';
  return value
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('de')
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter);
}
