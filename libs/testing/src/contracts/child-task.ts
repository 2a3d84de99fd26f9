import type { Opening } from './harness.js';

/** What the parent gave this process to do. */
export function taskOfThisProcess(): unknown {
  return JSON.parse(process.argv[2] ?? 'null');
}

/** Opens the port that the parent's harness describes. */
export async function openFrom<Port>({ module, factory, argument }: Opening): Promise<Port> {
  const exported = (await import(module)) as Readonly<Record<string, (argument: unknown) => Port | Promise<Port>>>;
  const open = exported[factory];
  if (!open) throw new TypeError(`${module} has no ${factory}`);
  return open(argument);
}
