import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fastify from 'fastify';
import { childInput, serveParent, usage } from '../child.js';
import { insertEvent, insertKey, openBareTables } from '../event-table.js';

/** What one of our commands stored: the bare server stores as much, without deciding anything. */
export interface StoredByCommand {
  readonly type: string;
  readonly data: object;
  readonly meta: object;
  /** Purposes of the keys that were minted with it. */
  readonly keys: readonly string[];
}

export interface BareInput {
  readonly folder: string;
  readonly stored: StoredByCommand;
}

const { folder, stored } = childInput() as BareInput;
const db = openBareTables(join(folder, 'bare.db'));
const insert = db.prepare(insertEvent);
const mint = db.prepare(insertKey);
const revisions = new Map<string, number>();
let waiting: { readonly write: () => number; readonly tell: (position: number) => void }[] = [];

/** What arrives in one turn of the event loop shares one transaction, and so one sync to disk. */
function commitGroup(): void {
  const group = waiting;
  waiting = [];
  db.exec('BEGIN IMMEDIATE');
  const positions = group.map(({ write }) => write());
  db.exec('COMMIT');
  group.forEach(({ tell }, index) => tell(positions[index] ?? 0));
}

function write(id: string, revision: number): number {
  for (const purpose of stored.keys) mint.run('siegen', id, purpose, randomBytes(32));
  const now = new Date().toISOString();
  const [data, meta] = [JSON.stringify(stored.data), JSON.stringify(stored.meta)];
  const stream = `registration.volunteer-siegen_${id}`;
  const day = now.slice(0, 10);
  return Number(insert.run(stream, revision, randomUUID(), stored.type, now, day, null, data, meta).lastInsertRowid);
}

async function record(id: string): Promise<object> {
  const revision = (revisions.get(id) ?? -1) + 1;
  revisions.set(id, revision);
  const position = await new Promise<number>((tell) => {
    if (waiting.length === 0) setImmediate(commitGroup);
    waiting.push({ write: () => write(id, revision), tell });
  });
  return { id, revision, position: String(position).padStart(16, '0') };
}

const server = fastify();
server.post('/registration/:tenant/volunteers', async (_request, reply) => {
  reply.status(201);
  return record(randomUUID());
});
server.post<{ Params: { id: string } }>('/registration/:tenant/volunteers/:id/:action', (request) =>
  record(request.params.id),
);
const address = await server.listen({ port: 0, host: '127.0.0.1' });
serveParent({ port: Number(new URL(address).port) }, { usage }, async () => {
  await server.close();
  db.close();
});
