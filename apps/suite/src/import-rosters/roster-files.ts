import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The kinds of rosters in the order in which they rest on each other, with the column that only they have. */
const kinds = [
  { kind: 'volunteers', path: 'registration', mark: 'Interesse seit' },
  { kind: 'courses', path: 'training', mark: 'Modultitel' },
  { kind: 'attendance', path: 'training', mark: 'Anwesend' },
  { kind: 'requests', path: 'matching', mark: 'Eingang am' },
] as const;

export interface RosterFile {
  readonly name: string;
  readonly kind: (typeof kinds)[number]['kind'];
  /** The service that takes it in. */
  readonly service: string;
  readonly text: string;
}

/**
 * The rosters in a folder, or the one file, in the order they must be sent. What a file is, its columns tell, not its name.
 * @throws RangeError for a path without rosters, or a CSV file that is none of them.
 */
export function rosterFiles(path: string): readonly RosterFile[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new RangeError(`there is nothing at ${path}`);
  const files = stats.isDirectory()
    ? readdirSync(path)
        .filter((name) => name.toLowerCase().endsWith('.csv'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new RangeError(`${path} holds no .csv file`);
  const rosters = files.map(readRoster);
  return kinds.flatMap(({ kind }) => rosters.filter((roster) => roster.kind === kind));
}

function readRoster(file: string): RosterFile {
  const text = readUtf8(file);
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const found = kinds.find(({ mark }) => header.includes(mark));
  if (!found)
    throw new RangeError(
      `${basename(file)} is no roster: its first line has none of the columns ${kinds.map(({ mark }) => `'${mark}'`).join(', ')}`,
    );
  return { name: basename(file), kind: found.kind, service: found.path, text };
}

function readUtf8(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new RangeError(`${basename(file)} is not UTF-8; save it as "CSV UTF-8"`, { cause });
  }
}
