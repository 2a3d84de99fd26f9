import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startProcess } from './child-process.js';
import type { Opening } from './harness.js';

/** What a reaction in a process of its own works with. */
export interface ReactionTask {
  readonly bus: Opening;
  /** Where it keeps its progress; processes of one consumer share it. */
  readonly readModels: Opening;
  readonly topic: string;
  readonly consumer: string;
  /** How long it takes over each event. */
  readonly handleMs: number;
}

export interface RunningReaction {
  /** Ids of the events it has handled, in that order, repetitions too. */
  readonly handled: readonly string[];
  /** Holds the whole process up, heartbeats too, as a machine that swaps or a debugger does. */
  holdUp(): void;
  goOn(): void;
  stop(): Promise<void>;
}

export function startReaction(task: ReactionTask): RunningReaction {
  const child = startProcess('reaction-process.ts', task);
  const handled: string[] = [];
  createInterface(child.stdout).on('line', (line) => handled.push(line));
  child.stderr.pipe(process.stderr);
  const ended = once(child, 'exit');
  return {
    handled,
    holdUp: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
