import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const hook = new URL('../../../../tools/swc-hook.mjs', import.meta.url).href;

/** Starts a program of this folder, from source, in a process of its own. */
export function startProcess(program: string, task: unknown): ChildProcessByStdio<null, Readable, Readable> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const runFromSource = ['--conditions=@lotsennetz/source', '--import', hook];
  return spawn(process.execPath, [...runFromSource, file, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Runs a program to its end and answers what it printed.
 * @throws Error with its stderr when it fails.
 */
export async function runProcess(program: string, task: unknown): Promise<string> {
  const child = startProcess(program, task);
  const [closed, output, errors] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  const [exitCode] = closed as readonly (number | null)[];
  if (exitCode !== 0) throw new Error(`${program} exited with ${String(exitCode)}: ${errors}`);
  return output;
}

/** Runs a program until it has printed so many lines, kills it without a chance to tidy up, and answers all its lines. */
export async function killAfterLines(program: string, task: unknown, count: number): Promise<readonly string[]> {
  const child = startProcess(program, task);
  const errors = text(child.stderr);
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk);
    if (output.split('\n').length > count) child.kill('SIGKILL');
  }
  const lines = output.split('\n').slice(0, -1);
  if (lines.length < count) throw new Error(`${program} ended after ${lines.length} lines: ${await errors}`);
  return lines;
}
