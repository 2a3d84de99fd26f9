// A process that writes some positions of all rows in a random order, as a replica that is behind or ahead of others.
import { TenantScope, type Position } from '@lotsennetz/kernel';
import { openMongoReadModels } from './mongo-read-models.js';

/** What the specs give it to do. */
export interface CompetingWriterTask {
  readonly url: string;
  readonly database: string;
  readonly collection: string;
  readonly rows: number;
  readonly positions: readonly number[];
}

const { url, database, collection, rows, positions } = JSON.parse(process.argv[2] ?? '{}') as CompetingWriterTask;
const readModels = openMongoReadModels(url, database);
for (const position of positions)
  await readModels.commit(
    Array.from({ length: rows }, (_, index) => ({
      collection,
      scope: TenantScope.of('siegen'),
      id: `row-${String(index)}`,
      row: { position },
      position: String(position).padStart(8, '0') as Position,
    })),
  );
await readModels.close();
