/** Ids and codes seen in answers, by what they name, so that later requests reach what exists. */
export class Harvest {
  private readonly seen = new Map<string, Set<string>>();

  add(kind: string, value: string): void {
    const known = this.seen.get(kind) ?? new Set<string>();
    known.add(value);
    // The latest are the most likely to be in a state that lets something happen.
    if (known.size > 200) known.delete(known.values().next().value ?? '');
    this.seen.set(kind, known);
  }

  /** Whether the value names anything here. */
  has(value: string): boolean {
    return [...this.seen.values()].some((values) => values.has(value));
  }

  /** Takes in an answer of an address: `id` names what the address lists, `courseId` a course, wherever it stands. */
  take(path: string, body: unknown): void {
    const things =
      path
        .split('?')[0]
        ?.split('/')
        .filter((part) => /^[a-z]/.test(part)) ?? [];
    const owner = /\/(\w+)\/([\w-]{36})\/(\w+)$/.exec(path.split('?')[0] ?? '');
    if (owner) this.add(ownerOf(owner[1] ?? '', owner[3] ?? ''), owner[2] ?? '');
    this.takeFields(things, body, 0);
  }

  /** A value for a field or parameter, chosen by `choice`; undefined when nothing fits. */
  pick(kinds: readonly string[], choice: number): string | undefined {
    const inOrder = choice % 2 === 0 ? kinds : [...kinds].reverse();
    for (const kind of inOrder) {
      const values = [...(this.seen.get(kind) ?? [])];
      if (values.length > 0) return values[(choice >> 1) % values.length];
    }
    return undefined;
  }

  private takeFields(things: readonly string[], value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null || depth > 6) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 30)) this.takeFields(things, item, depth + 1);
      return;
    }
    for (const [name, field] of Object.entries(value)) {
      if (typeof field === 'string' && field !== '') this.takeField(things, name, field);
      else this.takeFields(things, field, depth + 1);
    }
  }

  private takeField(things: readonly string[], name: string, text: string): void {
    // What the list of tenants tells of a logo is its version.
    if (name === 'logo') this.add('version', text);
    else if (name === 'id') for (const thing of things) this.add(singular(thing), text);
    else if (name.endsWith('Id')) for (const kind of [name, name.slice(0, -2)]) this.add(kind, text);
    else if (name === 'code' || name.endsWith('Code') || name === 'position' || name === 'next') this.add(name, text);
  }
}

/** `curricula` -> `curriculum`, `courses` -> `course` */
function singular(word: string): string {
  if (word === 'curricula') return 'curriculum';
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

function ownerOf(owners: string, owned: string): string {
  return `${singular(owners)} with ${singular(owned)}`;
}

/** What a path parameter or body field may be filled with. */
export function kindsFor(name: string, path: string): readonly string[] {
  if (name === 'code') return ['verificationCode', 'code'];
  // Whoever is named as `volunteerId` somewhere takes part in something; any volunteer may not.
  // An agreement's id is the partner.
  if (name === 'partner') return ['agreement'];
  // What has a thing of its own, as the address of that thing told.
  const owner = /\/(\w+)\/\{id\}\/(\w+)\/\{\w+Id\}$/.exec(path);
  if (name === 'id' && owner) return [ownerOf(owner[1] ?? '', owner[2] ?? '')];
  if (name !== 'id') return name.endsWith('Id') ? [name, name.slice(0, -2)] : [name];
  const before = path
    .slice(0, path.indexOf(`{${name}}`))
    .split('/')
    .filter((part) => /^[a-z]/.test(part));
  return [singular(before.at(-1) ?? '')];
}
