import { isSealed, parseStreamName, type RecordedEvent } from '@lotsennetz/kernel';

/** Whether the value names the person, at any depth: by id, or as whose a sealed value is. */
export function names(value: unknown, subjectId: string): boolean {
  if (value === subjectId) return true;
  if (isSealed(value)) return value.subject === subjectId;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => names(each, subjectId));
}

/** Fields by which an event says whose the whole stream is. */
const ownerFields = ['about', 'newcomerId', 'recipientId', 'subjectId'];

/**
 * Finds what concerns a person by looking at every event, not at a list of places that somebody must keep up.
 * A stream that began as theirs is about them, with all that follows: their request, a message to them. Of any other
 * stream, such as a course, only the events that name them are. Events come in their store's order.
 */
export class Concerns {
  private readonly theirStreams = new Set<string>();

  constructor(private readonly subjectId: string) {}

  take(event: RecordedEvent): boolean {
    const { stream, revision, data } = event;
    const named = parseStreamName(stream).id === this.subjectId || names(data, this.subjectId);
    if (revision === 0 && ownerFields.some((name) => (data as Record<string, unknown>)[name] === this.subjectId))
      this.theirStreams.add(stream);
    return named || this.theirStreams.has(stream);
  }
}

const leftOut = Symbol('belongs to somebody else');

/**
 * The data as the person may read it: values sealed for others are left out, and so are the other entries of a list
 * in which they are named (the rights of others: Art. 15 para. 4 DSGVO).
 */
export function theirPart(data: unknown, subjectId: string): unknown {
  if (isSealed(data)) return data.subject === subjectId ? data : leftOut;
  if (Array.isArray(data)) {
    const naming = data.filter((each) => names(each, subjectId));
    const kept = naming.length > 0 ? naming : data;
    return kept.map((each) => theirPart(each, subjectId)).filter((each) => each !== leftOut);
  }
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([name, field]) => [name, theirPart(field, subjectId)] as const);
  return Object.fromEntries(entries.filter(([, field]) => field !== leftOut));
}
