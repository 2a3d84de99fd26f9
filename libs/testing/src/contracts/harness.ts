import { randomBytes } from 'node:crypto';

/** A port and the data under it, which can be opened as often as wanted: as after a restart, or as by another process. */
export interface Harness<Port> {
  open(): Promise<Port>;
  /** How another process opens the same data; absent where none can (fakes). */
  readonly opening?: Opening;
  dispose(): Promise<void>;
}

/** A function exported from a module, and its argument; it answers a port. */
export interface Opening {
  /** `file:` URL */
  readonly module: string;
  readonly factory: string;
  /** Anything that survives JSON. */
  readonly argument: unknown;
}

/** Gives fresh, empty data with each call. */
export type MakeHarness<Port> = () => Promise<Harness<Port>>;

interface Closable {
  close(): Promise<void>;
}

export interface InUse<Port> {
  open(): Promise<Port>;
  /** Closes every handle and opens the same data anew. */
  restart(): Promise<Port>;
  opening(): Opening | undefined;
}

/** A fresh harness for each test of the surrounding `describe`; every handle is closed at the end. */
export function useHarness<Port extends Closable>(make: MakeHarness<Port>): InUse<Port> {
  let harness: Harness<Port>;
  let handles: Port[] = [];
  const closeAll = async () => {
    await Promise.all(handles.map((handle) => handle.close()));
    handles = [];
  };
  const open = async () => {
    const handle = await harness.open();
    handles.push(handle);
    return handle;
  };
  beforeEach(async () => {
    harness = await make();
  });
  afterEach(async () => {
    stopAll();
    await closeAll();
    await harness.dispose();
  });
  const restart = async () => {
    await closeAll();
    return open();
  };
  return { open, restart, opening: () => harness.opening };
}

const running = new Set<AbortController>();

/** A signal that is aborted at the end of the test at the latest: a test that fails half-way must not keep readers running. */
export function stopsWithTest(): AbortController {
  const stopping = new AbortController();
  running.add(stopping);
  return stopping;
}

function stopAll(): void {
  for (const stopping of running) stopping.abort();
  running.clear();
}

/**
 * A name no other test uses, so that suites may run on shared servers. Random, since a counter would begin anew with each
 * file that one worker of jest runs.
 */
export function unique(prefix: string): string {
  return `${prefix}${randomBytes(6).toString('hex')}`;
}
