import type { ContractEvent } from './event-bus.js';
import type { EventId } from './ids.js';
import { pause } from './pause.js';
import { Unavailable } from './unavailable.js';

/** A side effect on events of another service: its own group, offset and parking. Never replayed by a rebuild. */
export interface Reaction {
  /** `<service>.<reaction>`; stays for ever, offsets hang on it. */
  readonly consumer: string;
  /** The publishing service. */
  readonly topic: string;
  /** Contract types it acts on; others leave no trace with it. Absent: whatever the topic carries. */
  readonly types?: readonly string[];
  /** May be called again for the same event after a crash: its command ids derive from the event's id. */
  readonly handle: (event: ContractEvent) => Promise<void>;
}

/** Calls a reaction, and remembers what came of each event: work whose progress was written by another is not done again. */
export class Attempts {
  private readonly outcomes = new Map<EventId, { readonly failure: unknown }>();

  constructor(
    private readonly reaction: Reaction,
    private readonly retryDelaysMs: readonly number[],
    private readonly signal: AbortSignal,
  ) {}

  /** Something was left undone because the process is to end. */
  broken = false;

  /** undefined when the event was handled, else why not. @throws Unavailable */
  async at(event: ContractEvent): Promise<unknown> {
    const known = this.outcomes.get(event.id);
    if (known) return known.failure;
    const failure = await this.try(event);
    this.outcomes.set(event.id, { failure });
    return failure;
  }

  /** Whether to stop before this event: a process that is to end finishes an event, not a batch. */
  endsAt({ id }: ContractEvent): boolean {
    const ends = this.signal.aborted && !this.outcomes.has(id);
    this.broken ||= ends;
    return ends;
  }

  /** As if it had been handled: an operator wants to go on without it. */
  drop({ id }: ContractEvent): void {
    this.outcomes.set(id, { failure: undefined });
  }

  private async try(event: ContractEvent): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.reaction.handle(event);
        return undefined;
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        const delayMs = this.retryDelaysMs[attempt];
        if (delayMs === undefined) return error ?? new Error('unknown');
        await pause(delayMs);
      }
    }
  }
}

/** Name or code of what went wrong; no payload. */
export function reasonOf(failure: unknown): string {
  if (typeof failure === 'string') return failure;
  if (failure instanceof Error && 'code' in failure && typeof failure.code === 'string') return failure.code;
  return failure instanceof Error ? failure.name : 'unknown';
}
