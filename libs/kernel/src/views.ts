import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { Position, RecordedEvent } from './envelope.js';
import type { EventStore } from './event-store.js';
import { foldBatch, type Projection } from './projection.js';
import type { Change, ReadModels } from './read-models.js';

export interface ViewPorts {
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
}

interface Live {
  readonly projection: Projection;
  collection: string;
}

/** However many events of a batch a row learns of, it is read and written once. */
const batchSize = 2_000;

/**
 * Keeps the views of one service up to date. All views advance together, one commit a batch.
 * A new or changed view is first built beside the old one and takes over when it has caught up (blue/green).
 */
export class Views {
  private readonly live = new Map<string, Live>();
  private readonly listeners: ((changes: readonly Change[]) => void)[] = [];
  private readonly waiting = new Set<() => void>();
  private reached: string = '';
  private areOpen = false;

  constructor(
    private readonly ports: ViewPorts,
    private readonly projections: readonly Projection[],
  ) {}

  /** Called with the rows of each committed batch, once every view is open: before that nobody can have asked for any. */
  onChanges(listener: (changes: readonly Change[]) => void): void {
    this.listeners.push(listener);
  }

  /** Opens every view, builds those that are new or changed. Afterwards queries may come. */
  async open(): Promise<void> {
    for (const projection of this.projections) {
      const active = await this.activeOf(projection);
      const current = active?.startsWith(generations(projection)) ? active : undefined;
      const collection = current ?? nextGeneration(projection, active);
      await this.ports.readModels.open(collection, projection.indexes);
      if (!current) {
        await this.build(projection, collection);
        await this.activate(projection.name, collection);
        if (active) await this.ports.readModels.drop(active);
      }
      this.live.set(projection.name, { projection, collection });
    }
    this.areOpen = true;
  }

  /** Follows the history until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    for await (const batch of this.ports.eventStore.subscribe({
      after: await this.earliestCheckpoint(),
      limit: batchSize,
      signal,
    })) {
      await this.adoptRebuilds();
      await this.advance([...this.live.values()], batch);
      this.reached = batch.at(-1)?.position ?? this.reached;
      for (const wake of this.waiting) wake();
    }
  }

  /** The collection that serves a view now. @throws Error for a view this service does not have. */
  collection(name: string): string {
    const live = this.live.get(name);
    if (!live) throw new Error(`no view '${name}' is open`);
    return live.collection;
  }

  /** Waits until every view has seen the position; false when it took longer than `timeoutMs`. */
  async reach(position: Position, timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (this.reached < position) {
      const left = deadline - Date.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.waiting.add(wake);
      });
    }
    return true;
  }

  /** Builds a view anew beside the serving one and lets it take over. May be called from another process than the one that serves. */
  async rebuild(name: string): Promise<{ readonly collection: string }> {
    const projection = this.projections.find((candidate) => candidate.name === name);
    if (!projection)
      throw new RangeError(`no view '${name}'; there are: ${this.projections.map((each) => each.name).join(', ')}`);
    const collection = nextGeneration(projection, await this.activeOf(projection));
    await this.ports.readModels.drop(collection);
    await this.ports.readModels.open(collection, projection.indexes);
    await this.build(projection, collection);
    await this.activate(name, collection);
    return { collection };
  }

  /** Brings one collection from its own checkpoint to the end of the history. */
  private async build(projection: Projection, collection: string): Promise<void> {
    let after = (await this.ports.readModels.checkpoint(collection)) as Position | undefined;
    for (;;) {
      const batch = await this.ports.eventStore.readAll({ after, limit: batchSize });
      if (batch.length === 0) return;
      await this.advance([{ projection, collection }], batch);
      after = batch.at(-1)?.position;
    }
  }

  private async advance(views: readonly Live[], batch: readonly RecordedEvent[]): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    const changes = (
      await Promise.all(views.map((view) => foldBatch(this.ports.readModels, view.projection, view.collection, batch)))
    ).flat();
    await this.ports.readModels.commit(
      changes,
      Object.fromEntries(views.map((view) => [view.collection, last.position])),
    );
    if (this.areOpen) for (const listener of this.listeners) listener(changes);
  }

  private async activate(name: string, collection: string): Promise<void> {
    await this.ports.readModels.commit([], { [activeName(name)]: collection });
  }

  /** Another process may have rebuilt a view. Its rows may be behind or ahead of us; the positions in them keep both right. */
  private async adoptRebuilds(): Promise<void> {
    const views = [...this.live.values()];
    // Asked together: this comes before every batch.
    const found = await Promise.all(views.map(({ projection }) => this.activeOf(projection)));
    for (const [index, view] of views.entries()) {
      const { projection } = view;
      const active = found[index];
      if (!active || active === view.collection || !active.startsWith(generations(projection))) continue;
      await this.ports.readModels.open(active, projection.indexes);
      await this.build(projection, active);
      view.collection = active;
    }
  }

  private activeOf({ name }: Projection): Promise<string | undefined> {
    return this.ports.readModels.checkpoint(activeName(name));
  }

  private async earliestCheckpoint(): Promise<Position | undefined> {
    // Without views there is nothing to fold: a service with a long history need not read all of it at every start.
    if (this.live.size === 0) {
      const head = await this.ports.eventStore.head();
      this.reached = head ?? '';
      for (const wake of this.waiting) wake();
      return head;
    }
    const checkpoints = await Promise.all(
      [...this.live.values()].map((view) => this.ports.readModels.checkpoint(view.collection)),
    );
    const earliest = checkpoints.reduce((least, each) => ((each ?? '') < (least ?? '') ? each : least), checkpoints[0]);
    this.reached = earliest ?? '';
    return earliest as Position | undefined;
  }
}

const activeName = (view: string) => `active:${view}`;

/** What the collections of a view's version begin with. */
const generations = ({ name, version }: Projection) => `${name}.v${version}.`;

function nextGeneration(projection: Projection, active: string | undefined): string {
  const prefix = generations(projection);
  const generation = active?.startsWith(prefix) ? Number(active.slice(prefix.length)) + 1 : 0;
  return `${prefix}${generation}`;
}

/** SHA-256 over all rows of a collection, for comparing a view with its rebuild. Positions do not count: they only guard. */
export async function hashCollection(readModels: ReadModels, collection: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const { scope, id, row } of readModels.scan<object>(collection))
    hash.update(JSON.stringify([scope.tenant, id, canonical(row)]));
  return hash.digest('hex');
}
