/** A business refusal: a value, not an exception. The edge maps each code to an HTTP status. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  /** Facts for the message to the user; ids and figures, never personal data. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export type Decision<Event, Code extends string> = readonly Event[] | Refusal<Code>;

export function refuse<const Code extends string>(code: Code, details?: Refusal['details']): Refusal<Code> {
  return details ? { refused: code, details } : { refused: code };
}

export function isRefusal<Event, Code extends string>(decision: Decision<Event, Code>): decision is Refusal<Code> {
  return 'refused' in decision;
}
