import { foldBatch, hashCollection, type Position, type Projection } from '@lotsennetz/kernel';
import type { ServicePorts } from '@lotsennetz/platform';

/** Rows of a view and a hash over all of them. */
export interface ViewFigures {
  readonly rows: number;
  readonly hash: string;
}

export type ViewVerdict =
  | { readonly kind: 'equal'; readonly served: ViewFigures }
  | { readonly kind: 'different'; readonly served: ViewFigures; readonly rebuilt: ViewFigures }
  /** No platform has built it in this version yet. */
  | { readonly kind: 'not-built' }
  /** So much was written all the time that no two readings came from the same moment. */
  | { readonly kind: 'never-still' };

const batchSize = 500;
const attempts = 20;

/**
 * Folds a service's history once more, beside the view that is served and only as far as that has come, and compares.
 * Changes nothing, and a running platform goes on meanwhile.
 */
export async function verifyView(ports: ServicePorts, projection: Projection): Promise<ViewVerdict> {
  const { readModels } = ports;
  const served = await servedCollection(ports, projection);
  if (!served) return { kind: 'not-built' };
  const beside = `${projection.name}.v${projection.version}.verify`;
  // What an earlier run left behind when it was interrupted.
  await readModels.drop(beside);
  await readModels.open(beside, projection.indexes);
  try {
    let after: Position | undefined;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const reached = (await readModels.checkpoint(served)) as Position | undefined;
      after = await foldUntil(ports, { projection, beside, after, until: reached });
      const figures = await figuresOf(ports, served);
      if ((await readModels.checkpoint(served)) !== reached) continue;
      const rebuilt = await figuresOf(ports, beside);
      return figures.hash === rebuilt.hash
        ? { kind: 'equal', served: figures }
        : { kind: 'different', served: figures, rebuilt };
    }
    return { kind: 'never-still' };
  } finally {
    await readModels.drop(beside);
  }
}

async function servedCollection({ readModels }: ServicePorts, projection: Projection): Promise<string | undefined> {
  const active = await readModels.checkpoint(`active:${projection.name}`);
  return active?.startsWith(`${projection.name}.v${projection.version}.`) ? active : undefined;
}

interface Part {
  readonly projection: Projection;
  readonly beside: string;
  readonly after: Position | undefined;
  readonly until: Position | undefined;
}

/** Answers how far the fold has come. */
async function foldUntil(
  { eventStore, readModels }: ServicePorts,
  { projection, beside, after, until = '' as Position }: Part,
): Promise<Position | undefined> {
  let reached = after;
  while ((reached ?? '') < until) {
    const page = await eventStore.readAll({ after: reached, limit: batchSize });
    const batch = page.filter(({ position }) => position <= until);
    const last = batch.at(-1);
    if (!last) return reached;
    const changes = await foldBatch(readModels, projection, beside, batch);
    await readModels.commit(changes, { [beside]: last.position });
    reached = last.position;
  }
  return reached;
}

async function figuresOf({ readModels }: ServicePorts, collection: string): Promise<ViewFigures> {
  let rows = 0;
  for await (const _ of readModels.scan(collection)) rows += 1;
  return { rows, hash: await hashCollection(readModels, collection) };
}
