import { addMs, type Clock, type Instant } from './calendar.js';
import { pause } from './pause.js';
import type { ReadModels } from './read-models.js';

interface LeasePorts {
  readonly readModels: ReadModels;
  readonly clock: Clock;
}

export interface LeaseRequest {
  readonly name: string;
  /** Unlike every other process's. */
  readonly holder: string;
  /** How long a holder that died keeps others waiting. Several times the clocks' difference between hosts. */
  readonly ttlMs: number;
  /** What the others can know of the work; asked with each renewal. */
  readonly about?: () => string;
  readonly signal: AbortSignal;
}

export interface LeaseTask extends LeaseRequest {
  /** Must end soon after its signal aborts; when it returns by itself the lease is given back. */
  readonly work: (signal: AbortSignal) => Promise<void>;
}

/** A lease that is renewed until it is given back. */
export interface HeldLease {
  /** Aborts when another process has it. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

interface Lease {
  readonly holder: string;
  readonly until: Instant;
  readonly about?: string;
}

/**
 * Runs work in one of several processes at a time: whoever holds the lease works and renews it, the others wait and
 * take over when it runs out. A holder that was stopped longer than its lease may work beside its successor for a
 * moment, so the work must bear that: the relay does (consumers skip revisions they have seen).
 */
export async function underLease(ports: LeasePorts, task: LeaseTask): Promise<void> {
  const { signal, ttlMs } = task;
  while (!signal.aborted) {
    const held = await takeLease(ports, task);
    if (held) {
      try {
        await task.work(AbortSignal.any([signal, held.signal]));
      } finally {
        await held.release();
      }
      return;
    }
    await pause(ttlMs / 4, signal);
  }
}

/** Takes the lease if no other process has it now; undefined when one has. */
export async function takeLease(ports: LeasePorts, request: LeaseRequest): Promise<HeldLease | undefined> {
  if (!(await acquire(ports, request))) return undefined;
  const [lost, ended] = [new AbortController(), new AbortController()];
  const renewal = renew(ports, request, AbortSignal.any([request.signal, ended.signal])).catch(() => false);
  void renewal.then((held) => {
    if (!held) lost.abort();
  });
  const release = async () => {
    ended.abort();
    if (await renewal) await write(ports, request.name, { holder: request.holder, until: ports.clock.now() });
  };
  return { signal: lost.signal, release };
}

/** What the work is about that some process does under the lease now; undefined when none does. */
export async function leasedWork(ports: LeasePorts, name: string): Promise<{ readonly about: string } | undefined> {
  const current = await read(ports, name);
  return current && current.until > ports.clock.now() ? { about: current.about ?? '' } : undefined;
}

async function acquire(ports: LeasePorts, request: LeaseRequest): Promise<boolean> {
  const { name, holder, ttlMs, signal } = request;
  const current = await read(ports, name);
  if (current && current.holder !== holder && current.until > ports.clock.now()) return false;
  await write(ports, name, leaseOf(ports, request));
  // Two may have seen it free at once. The last to write has it; each looks again after the other has written.
  await pause(Math.min(100, ttlMs / 10), signal);
  return (await read(ports, name))?.holder === holder;
}

/** true when it ended because it was told to, false when the lease is somebody else's now. @throws when the store is gone */
async function renew(ports: LeasePorts, request: LeaseRequest, signal: AbortSignal): Promise<boolean> {
  const { name, holder, ttlMs } = request;
  for (;;) {
    await pause(ttlMs / 4, signal);
    if (signal.aborted) return true;
    if ((await read(ports, name))?.holder !== holder) return false;
    await write(ports, name, leaseOf(ports, request));
  }
}

function leaseOf({ clock }: LeasePorts, { holder, ttlMs, about }: LeaseRequest): Lease {
  const until = addMs(clock.now(), ttlMs);
  return { holder, until, ...(about ? { about: about() } : {}) };
}

async function read({ readModels }: LeasePorts, name: string): Promise<Lease | undefined> {
  const stored = await readModels.checkpoint(`lease:${name}`);
  return stored === undefined ? undefined : (JSON.parse(stored) as Lease);
}

async function write({ readModels }: LeasePorts, name: string, lease: Lease): Promise<void> {
  await readModels.commit([], { [`lease:${name}`]: JSON.stringify(lease) });
}
