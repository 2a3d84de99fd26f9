import { TenantScope, type Change, type Page, type ReadModels } from '@lotsennetz/kernel';
import type { AuditTrail } from './audit-chain.js';
import type { ReadRecord } from './audit-record.js';
import { chainsIn, linesOf, segmentsIn } from './chain-files.js';
import { placedRecord, type PlacedRecord } from './read-audit.js';

/** That somebody saw a person's data once. */
export type Look = Omit<ReadRecord, 'kind' | 'subjects' | 'actor' | 'moved'> & {
  readonly subject: string;
  /** Kinds of data. */
  readonly seen: ReadRecord['subjects'][string];
};

const collection = 'access-log.v1';
const batchSize = 500;

/**
 * Who saw what about whom, by person: an index over the audit records, which it follows. It may be lost with the views
 * and is built anew from the files; what proves anything are the files.
 */
export class AccessLog {
  private running: Promise<void> | undefined;
  /** How far each chain is read, by its name. */
  private readonly places = new Map<string, { readonly path: string; readonly end: number }>();

  /** @param alsoFollowed beginnings of the names of other chains that belong to it */
  constructor(
    private readonly readModels: ReadModels,
    private readonly audit: AuditTrail,
    private readonly alsoFollowed: readonly string[] = [],
  ) {}

  async open(): Promise<void> {
    await this.readModels.open(collection, ['subject']);
  }

  /** The person's looks, the latest first. @throws InvalidCursor */
  async of(
    scope: TenantScope,
    subject: string,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<Look>> {
    await this.catchUp();
    return this.readModels.query<Look>(collection, scope, {
      filter: { subject },
      orderBy: 'at',
      descending: true,
      ...page,
    });
  }

  /** Takes in what was recorded since. Calls at the same time share one reading. */
  catchUp(): Promise<void> {
    this.running ??= this.readOn().finally(() => (this.running = undefined));
    return this.running;
  }

  private async readOn(): Promise<void> {
    const { folder, chain } = await this.audit.chain();
    const others = chainsIn(folder).filter((each) => this.alsoFollowed.some((prefix) => each.startsWith(prefix)));
    for (const each of [chain, ...others]) await this.follow(folder, each);
  }

  private async follow(folder: string, chain: string): Promise<void> {
    const checkpoint = `access-log/${chain}`;
    const done = Number((await this.readModels.checkpoint(checkpoint)) ?? 0);
    let changes: Change[] = [];
    let last = done;
    const flush = async () => {
      if (last > done) await this.readModels.commit(changes, { [checkpoint]: String(last) });
      changes = [];
    };
    const segments = segmentsIn(folder, chain);
    const first = segments.findLastIndex(({ from }) => from <= done + 1);
    const place = this.places.get(chain);
    for (const { path } of segments.slice(Math.max(0, first)))
      for await (const { text, torn, end } of linesOf(path, place?.path === path ? place.end : 0)) {
        if (torn) break;
        const placed = placedRecord(chain, text);
        if (placed && placed.n > last) {
          changes.push(...looksOf(placed));
          last = placed.n;
        }
        if (changes.length >= batchSize) await flush();
        this.places.set(chain, { path, end });
      }
    await flush();
  }
}

function looksOf({ chain, n, record }: PlacedRecord): readonly Change[] {
  if (record.kind !== 'read') return [];
  const { kind: _kind, subjects, actor: _actor, moved: _moved, ...look } = record;
  const scope = TenantScope.of(record.tenant);
  return Object.entries(subjects).map(([subject, seen]) => ({
    ...{ collection, scope },
    id: `${chain}/${n}/${subject}`,
    row: { ...look, subject, seen } satisfies Look,
  }));
}
