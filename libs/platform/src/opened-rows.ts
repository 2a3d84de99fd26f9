import {
  isErased,
  isSealed,
  openAll,
  type Change,
  type Opened,
  type Projection,
  type TenantScope,
} from '@lotsennetz/kernel';
import { Injectable } from '@nestjs/common';
import { PersonalIndex } from './audit/personal-index.js';
import { presentReading, readingAhead } from './audit/reading.js';
import { ServiceRuntime } from './service-runtime.js';
import { ViewReader } from './view-reader.js';

interface TenantRows {
  /** Opened anew by the next reader. */
  readonly outdated: Set<string>;
  /** Rows that hold something of a person. */
  readonly rowsOf: Map<string, Set<string>>;
  /** How many of these people were forgotten so far. */
  forgotten: number;
  /** The opening under way or done; readers queue behind it, so that nobody sees a row that another is just opening anew. */
  rows: Promise<Map<string, object>>;
  /** Whose values the rows hold: a request is noted as having shown those that stand in its answer. */
  readonly personal: PersonalIndex;
}

/**
 * Rows of a view with their personal fields opened, kept in memory for searching by name or e-mail: what is
 * sealed on disk cannot be searched there. Loaded for a tenant on first use; a changed row is opened anew, and so is
 * every row of a person who was forgotten, before anybody is given the rows again.
 */
@Injectable()
export class OpenedRows {
  private readonly tenants = new Map<string, TenantRows>();
  private mark: number | undefined;

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
    this.dropForgotten();
    const tenant = readingAhead(() => this.open(key, scope, view));
    presentReading()?.noteSearched(tenant.personal);
    const before = tenant.forgotten;
    try {
      const rows = await tenant.rows;
      this.dropForgotten();
      // Somebody was forgotten while these rows were opened.
      if (tenant.forgotten > before) return await this.of(scope, view);
      return rows as Map<string, Opened<Row & { readonly id: string }>>;
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
      const begun = { outdated: new Set<string>(), rowsOf: new Map<string, Set<string>>(), forgotten: 0, personal };
      tenant = Object.assign(begun, { rows: this.openAllRows(scope, view, begun) });
      this.tenants.set(key, tenant);
    }
    return tenant;
  }

  private async openAllRows<Row extends { readonly id: string }>(
    scope: TenantScope,
    view: Projection<Row>,
    tenant: Noted,
  ): Promise<Map<string, object>> {
    const rows = new Map<string, object>();
    for await (const row of this.reader.all({ scope }, view)) rows.set(row.id, await this.openRow(scope, tenant, row));
    return rows;
  }

  private async openOutdated(scope: TenantScope, view: Projection, tenant: TenantRows): Promise<Map<string, object>> {
    const rows = await tenant.rows;
    for (const id of [...tenant.outdated]) {
      tenant.outdated.delete(id);
      const row = await this.reader.find({ scope }, view, id);
      if (row) rows.set(id, await this.openRow(scope, tenant, { ...row, id }));
      else {
        tenant.personal.remove(id);
        rows.delete(id);
      }
    }
    return rows;
  }

  /** Noted before it is opened: who is forgotten in between is found. */
  private async openRow(scope: TenantScope, tenant: Noted, row: { readonly id: string }): Promise<object> {
    for (const subject of subjectsIn(row))
      tenant.rowsOf.set(subject, (tenant.rowsOf.get(subject) ?? new Set()).add(row.id));
    const opened = await openAll(this.runtime.keys, scope, row);
    tenant.personal.put(row.id, row, opened);
    return opened;
  }

  private dropForgotten(): void {
    const { mark, subjects } = this.runtime.keys.forgottenSince(this.mark);
    this.mark = mark;
    for (const { tenant, subject } of subjects)
      for (const [key, rows] of this.tenants) if (key.endsWith(`/${tenant}`)) drop(rows, subject);
  }

  private markOutdated(changes: readonly Change[]): void {
    for (const { collection, scope, id } of changes) {
      const view = collection.slice(0, collection.indexOf('.v'));
      this.tenants.get(`${view}/${scope.tenant}`)?.outdated.add(id);
    }
  }
}

type Noted = Pick<TenantRows, 'rowsOf' | 'personal'>;

function drop(rows: TenantRows, subject: string): void {
  const ids = rows.rowsOf.get(subject);
  if (!ids) return;
  for (const id of ids) rows.outdated.add(id);
  rows.forgotten += 1;
}

/** Whose sealed values the value holds, at any depth. */
function* subjectsIn(value: unknown): Iterable<string> {
  if (isSealed(value)) yield value.subject;
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* subjectsIn(each);
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
