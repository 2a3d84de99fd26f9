import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { presentVersion, type Shape } from '@lotsennetz/kernel';
import { format, resolveConfig } from 'prettier';
import { publishingServices } from './all-contracts.js';
import { breaches, type Readers } from './shape-changes.js';
import { storedStreams } from './stored-streams.js';

/** Name with version -> shape. What was in here once stays readable for ever. */
export type Shapes = Readonly<Record<string, Shape>>;

/** Shapes that were released, in a file, beside those of the code. */
export interface Registry {
  readonly title: string;
  readonly readers: Readers;
  readonly file: string;
  readonly present: Shapes;
}

const fileIn = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The contracts between services, and each service's stored events. */
export async function registries(): Promise<readonly Registry[]> {
  const contracts = publishingServices.flatMap((each) => each.contracts);
  const stored = (await storedStreams()).map(({ project, streams }): Registry => {
    const events = streams.flatMap((stream) =>
      Object.entries(stream.schemas).map(
        ([type, shape]) => [`${stream.category}/${type}.v${presentVersion(stream, type)}`, shape] as const,
      ),
    );
    return {
      title: `stored events of ${project}`,
      readers: 'ourselves',
      file: fileIn(`${project}/stored-events.json`),
      present: Object.fromEntries(events),
    };
  });
  return [
    {
      title: 'contracts',
      readers: 'others',
      file: fileIn('libs/contracts/compatibility.json'),
      present: Object.fromEntries(contracts.map(({ type, shape }) => [type, shape])),
    },
    ...stored,
  ];
}

export function releasedShapes({ file }: Pick<Registry, 'file'>): Shapes {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Shapes) : {};
}

/**
 * Why the code's shapes cannot follow the released ones, a line each. A contract version stays for ever; a stored
 * event may have got a later version, whose upcaster reads the older ones.
 */
export function violations(released: Shapes, present: Shapes, readers: Readers): readonly string[] {
  return Object.entries(released).flatMap(([name, shape]) => {
    const now = present[name];
    if (now) return breaches(shape, now, readers, `${name} `);
    const upcast = readers === 'ourselves' && Object.keys(present).some((other) => isLater(other, name));
    return upcast ? [] : [`${name}: is gone`];
  });
}

/** The released shapes with what the code has added; equal to the released ones when nothing waits to be accepted. */
export function accepted(released: Shapes, present: Shapes): Shapes {
  const plain = JSON.parse(JSON.stringify({ ...released, ...present }, withoutReasons)) as Shapes;
  return Object.fromEntries(Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function writeReleased({ file, present }: Registry): Promise<void> {
  const text = JSON.stringify(accepted(releasedShapes({ file }), present));
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

/** Why a text is public may be told in better words at any time. */
function withoutReasons(key: string, value: unknown): unknown {
  return key === 'because' ? undefined : value;
}

function isLater(name: string, than: string): boolean {
  const [[type, version], [otherType, otherVersion]] = [apart(name), apart(than)];
  return type === otherType && version > otherVersion;
}

function apart(name: string): readonly [string, number] {
  const [, type = '', version = ''] = /^(.*)\.v(\d+)$/.exec(name) ?? [];
  return [type, Number(version)];
}
