import { pause } from '@lotsennetz/kernel';
import { PlatformError, type PlatformClient } from './platform-client.js';
import { rosterFiles, type RosterFile } from './roster-files.js';

export interface ImportProgress {
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  readonly tenant: string;
  /** A folder of rosters, or one file. */
  readonly path: string;
  /** Complete every course whose last session is over, on the day of that session. */
  readonly complete: boolean;
  readonly onProgress: (progress: ImportProgress) => void;
}

interface ImportStatus {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed' | 'interrupted';
  readonly done: number;
  readonly total: number;
  readonly failure?: { readonly line: number; readonly code: string };
}

/**
 * Sends rosters to a running platform in the order they rest on each other, and waits for each to be taken in.
 * May be repeated: nothing is doubled.
 * @throws PlatformError `import-rejected` with the faulty lines; Error when an import stops half-way.
 */
export async function importRosters(client: PlatformClient, options: ImportOptions): Promise<void> {
  for (const file of rosterFiles(options.path)) await importFile(client, options, file);
  if (options.complete) await completePastCourses(client, options);
}

async function importFile(
  client: PlatformClient,
  { tenant, onProgress }: ImportOptions,
  file: RosterFile,
): Promise<void> {
  const started = await send(client, tenant, file);
  for (let status = started; ;) {
    onProgress({ file: file.name, done: status.done, total: status.total });
    if (status.state === 'done') return;
    if (status.state === 'failed')
      throw new Error(
        `${file.name} stopped at line ${status.failure?.line ?? 0}: ${status.failure?.code ?? 'unknown'}`,
      );
    if (status.state === 'interrupted') throw new Error(`${file.name} was interrupted; send it again to finish it`);
    await pause(50);
    status = await client.get<ImportStatus>(`/${file.service}/${tenant}/imports/${started.id}`);
  }
}

const patienceMs = 60_000;

/** Attendance names people whom training may not have heard of yet; while that is all that is wrong, it is sent again. */
async function send(client: PlatformClient, tenant: string, file: RosterFile): Promise<ImportStatus> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await client.postCsv<ImportStatus>(`/${file.service}/${tenant}/imports/${file.kind}`, file.text);
    } catch (error) {
      if (!worthRepeating(error) || Date.now() > deadline) throw naming(file, error);
      await pause(250);
    }
  }
}

/** A folder holds several files, each with a line 2. */
function naming(file: RosterFile, error: unknown): unknown {
  if (!(error instanceof PlatformError)) return error;
  return new PlatformError(error.status, error.code, `${file.name}: ${error.message}`, error.lines);
}

function worthRepeating(error: unknown): boolean {
  if (!(error instanceof PlatformError)) return false;
  if (error.code === 'import-running' || error.code === 'view-behind') return true;
  return (
    error.code === 'import-rejected' &&
    error.lines.length > 0 &&
    error.lines.every((line) => line.code === 'unknown-volunteer')
  );
}

interface Course {
  readonly id: string;
  readonly code: string;
  readonly lastSessionOn: string;
}

async function completePastCourses(client: PlatformClient, { tenant, onProgress }: ImportOptions): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const courses = await Array.fromAsync(client.all<Course>(`/training/${tenant}/courses?status=planned`));
  const past = courses.filter((course) => course.lastSessionOn < today);
  for (const [index, { id, lastSessionOn }] of past.entries()) {
    await client.post(`/training/${tenant}/courses/${id}/complete`, { on: lastSessionOn });
    onProgress({ file: 'complete courses', done: index + 1, total: past.length });
  }
}
