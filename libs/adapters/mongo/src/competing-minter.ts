// A process that asks for every key of some people, as a replica whose reactions seal the same events as others.
import { purposes, TenantScope } from '@lotsennetz/kernel';
import { openMongoKeys } from './mongo-keys.js';

/** What the specs give it to do. */
export interface CompetingMinterTask {
  readonly url: string;
  readonly database: string;
  readonly subjects: readonly string[];
}

const { url, database, subjects } = JSON.parse(process.argv[2] ?? '{}') as CompetingMinterTask;
const keys = openMongoKeys(url, database);
for (const subject of subjects) {
  const obtained = purposes.map((purpose) => keys.obtain(TenantScope.of('siegen'), subject, purpose));
  // One line each: the parent compares what the processes were given.
  console.log((await Promise.all(obtained)).map((key) => (key === 'forgotten' ? key : key.toString('hex'))).join(' '));
}
await keys.close();
