import { leasedWork, takeLease, type Clock, type ReadModels } from '@lotsennetz/kernel';

/** A holder that died keeps others waiting for so long, and for a quarter more. */
export const leaseMs = 5_000;

/** The right to do something alone, until it is given back. */
export interface Turn {
  /** Aborts when it was lost to another replica: after a hold-up longer than the lease. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

export interface TurnPorts {
  readonly readModels: ReadModels;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Name of this process among the replicas of its service; absent where there is only one. */
  readonly replica?: string;
}

/** Work of which only one of a name may be under way, in whichever replica of a service. */
export class Turns {
  private readonly mine = new Map<string, () => string>();

  constructor(private readonly ports: TurnPorts) {}

  /**
   * Takes the turn if it is free now; undefined when it is not. Two replicas may both have it for a moment after one was
   * held up, so what is done must bear that: decisions do, by their streams' revisions.
   * @param about what others can know of the work, asked again and again
   */
  async take(name: string, about: () => string = () => ''): Promise<Turn | undefined> {
    if (this.mine.has(name)) return undefined;
    this.mine.set(name, about);
    try {
      const lease = await this.lease(name, about);
      if (!lease) this.mine.delete(name);
      return lease && { signal: lease.signal, release: () => this.giveBack(name, lease) };
    } catch (error) {
      this.mine.delete(name);
      throw error;
    }
  }

  /** What the work is about that is under way now; undefined when none is. */
  async underWay(name: string): Promise<string | undefined> {
    const mine = this.mine.get(name);
    if (mine) return mine();
    return this.ports.replica === undefined ? undefined : (await leasedWork(this.ports, name))?.about;
  }

  private async lease(name: string, about: () => string): Promise<Turn | undefined> {
    const { replica: holder, signal } = this.ports;
    if (holder === undefined) return { signal: new AbortController().signal, release: () => Promise.resolve() };
    return takeLease(this.ports, { name, holder, ttlMs: leaseMs, about, signal });
  }

  private async giveBack(name: string, lease: Turn): Promise<void> {
    try {
      await lease.release();
    } finally {
      this.mine.delete(name);
    }
  }
}
