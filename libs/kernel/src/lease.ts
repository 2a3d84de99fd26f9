import { instantOf, type Clock, type Instant } from './calendar.js';
import { pause } from './pause.js';
import type { ReadModels } from './read-models.js';

interface LeasePorts {
  readonly readModels: ReadModels;
  readonly clock: Clock;
}

export interface LeaseTask {
  readonly name: string;
  /** Unlike every other process's. */
  readonly holder: string;
  /** How long a holder that died keeps others waiting. Several times the clocks' difference between hosts. */
  readonly ttlMs: number;
  /** Must end soon after its signal aborts; when it returns by itself the lease is given back. */
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

interface Lease {
  readonly holder: string;
  readonly until: Instant;
}

/**
 * Runs work in one of several processes at a time: whoever holds the lease works and renews it, the others wait and
 * take over when it runs out. A holder that was stopped longer than its lease may work beside its successor for a
 * moment, so the work must bear that: the relay does (consumers skip revisions they have seen).
 */
export async function underLease(ports: LeasePorts, task: LeaseTask): Promise<void> {
  const { signal, ttlMs } = task;
  while (!signal.aborted) {
    if (await acquire(ports, task)) {
      await workWhileHeld(ports, task);
      return;
    }
    await pause(ttlMs / 4, signal);
  }
}

async function acquire(ports: LeasePorts, { name, holder, ttlMs, signal }: LeaseTask): Promise<boolean> {
  const current = await read(ports, name);
  if (current && current.holder !== holder && current.until > ports.clock.now()) return false;
  await write(ports, name, { holder, until: later(ports, ttlMs) });
  // Two may have seen it free at once. The last to write has it; each looks again after the other has written.
  await pause(Math.min(100, ttlMs / 10), signal);
  return (await read(ports, name))?.holder === holder;
}

async function workWhileHeld(ports: LeasePorts, task: LeaseTask): Promise<void> {
  const lost = new AbortController();
  const ended = new AbortController();
  const renewal = renew(ports, task, AbortSignal.any([task.signal, ended.signal])).catch(() => false);
  void renewal.then((held) => {
    if (!held) lost.abort();
  });
  try {
    await task.work(AbortSignal.any([task.signal, lost.signal]));
  } finally {
    ended.abort();
    if (await renewal) await write(ports, task.name, { holder: task.holder, until: ports.clock.now() });
  }
}

/** true when it ended because it was told to, false when the lease is somebody else's now. @throws when the store is gone */
async function renew(ports: LeasePorts, { name, holder, ttlMs }: LeaseTask, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    await pause(ttlMs / 4, signal);
    if (signal.aborted) return true;
    if ((await read(ports, name))?.holder !== holder) return false;
    await write(ports, name, { holder, until: later(ports, ttlMs) });
  }
}

function later({ clock }: LeasePorts, milliseconds: number): Instant {
  return instantOf(new Date(Date.parse(clock.now()) + milliseconds));
}

async function read({ readModels }: LeasePorts, name: string): Promise<Lease | undefined> {
  const stored = await readModels.checkpoint(`lease:${name}`);
  return stored === undefined ? undefined : (JSON.parse(stored) as Lease);
}

async function write({ readModels }: LeasePorts, name: string, lease: Lease): Promise<void> {
  await readModels.commit([], { [`lease:${name}`]: JSON.stringify(lease) });
}
