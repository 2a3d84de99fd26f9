import type { CommandTask, Outcome } from './command-task.js';
import { isRefusal } from './decision.js';
import type { DomainEvent } from './events.js';
import type { Folded } from './fold-cache.js';

/** What the stream remembers of a command it has seen. */
export type Remembered = Folded['commands'] extends Map<unknown, infer Value> ? Value : never;

export type Judgement<State, Event extends DomainEvent, Code extends string> =
  | Exclude<Outcome<State, Event, Code>, { readonly kind: 'done' }>
  | { readonly kind: 'repetition'; readonly of: Remembered }
  | { readonly kind: 'decided'; readonly events: readonly Event[] };

/** What the command comes to, if the stream is at this fold. */
export function judge<State, Command, Event extends DomainEvent, Code extends string>(
  { meta, ifMatch, decide, command }: CommandTask<State, Command, Event, Code>,
  folded: Folded,
): Judgement<State, Event, Code> {
  const earlier = meta.commandId && folded.commands.get(meta.commandId);
  if (earlier)
    return earlier.fingerprint === meta.fingerprint ? { kind: 'repetition', of: earlier } : { kind: 'key-reused' };
  if (ifMatch !== undefined && ifMatch !== folded.revision) return { kind: 'stale', revision: folded.revision };
  const decision = decide(command, folded.state as State);
  return isRefusal(decision) ? { kind: 'refused', ...decision } : { kind: 'decided', events: decision };
}
