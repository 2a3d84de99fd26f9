import { isRefusal, type Decision, type DomainEvent, type Refusal, type StreamDefinition } from '@lotsennetz/kernel';

export interface When<State, Event extends DomainEvent> {
  /** Decides on what the given events fold to. */
  when<Command, Code extends string>(
    decide: (command: Command, state: State) => Decision<Event, Code>,
    command: NoInfer<Command>,
  ): Then<Event, Code>;
}

export interface Then<Event, Code extends string> {
  /** Exactly these events, in this order. */
  then(...expected: readonly NoInfer<Event>[]): void;
  /** Accepted, but there was nothing to do: the answer to a repetition. */
  thenNothing(): void;
  /** Refused with this code; details are compared when given. */
  thenRefused(code: NoInfer<Code>, details?: Refusal['details']): void;
}

/**
 * A decider's specification as a sentence: `given(course, planned).when(enrol, command).then(enrolled)`.
 * Facts and states are frozen on the way, so a fold that changes its input in place fails.
 */
export function given<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  ...events: readonly NoInfer<Event>[]
): When<State, Event> {
  return {
    when(decide, command) {
      const state = foldGiven(stream, events);
      return thenOf(decide(deepFreeze(command), state));
    },
  };
}

/** The state the events fold to. */
export function foldGiven<State, Event extends DomainEvent>(
  stream: StreamDefinition<State, Event>,
  events: readonly Event[],
): State {
  return events.reduce(
    (state, event) => deepFreeze(stream.evolve(state, deepFreeze(event))),
    deepFreeze(stream.initial),
  );
}

function thenOf<Event extends DomainEvent, Code extends string>(decision: Decision<Event, Code>): Then<Event, Code> {
  return {
    then: (...expected) => expect(decision).toEqual(expected),
    thenNothing: () => expect(decision).toEqual([]),
    thenRefused: (code, details) => {
      if (!isRefusal(decision) || details) expect(decision).toEqual({ refused: code, details });
      else expect(decision.refused).toBe(code);
    },
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
