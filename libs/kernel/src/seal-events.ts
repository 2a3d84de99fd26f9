import type { DomainEvent } from './events.js';
import type { EventId } from './ids.js';
import { SubjectForgotten, type Keys } from './keys.js';
import type { Field, Shape } from './schema.js';
import { isSealed, seal } from './sealed.js';
import type { TenantScope } from './tenant-scope.js';

export interface Origin {
  readonly scope: TenantScope;
  readonly eventId: EventId;
  /** Subject of fields that name none: the stream's id. */
  readonly streamId: string;
}

/**
 * The event's data with every personal field sealed. Values that arrive sealed (from a contract) are kept as they are.
 * @throws SubjectForgotten when the person was erased.
 */
export async function sealData(keys: Keys, shape: Shape, event: DomainEvent, origin: Origin): Promise<object> {
  return sealRecord({ keys, origin }, shape, event.data, '');
}

interface Sealing {
  readonly keys: Keys;
  readonly origin: Origin;
}

async function sealRecord(sealing: Sealing, shape: Shape, data: object, prefix: string): Promise<object> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const field = shape[name];
    // A field the schema does not know could be personal and untagged: never store it.
    if (!field) throw new TypeError(`'${prefix}${name}' is not in the event's schema`);
    if (value !== undefined)
      result[name] = await sealField(sealing, { field, path: `${prefix}${name}`, siblings: data }, value);
  }
  return result;
}

interface Place {
  readonly field: Field;
  readonly path: string;
  readonly siblings: object;
}

async function sealField(sealing: Sealing, place: Place, value: unknown): Promise<unknown> {
  const { field, path } = place;
  if (field.kind === 'personal') return isSealed(value) ? value : sealValue(sealing, place, value);
  if (field.kind === 'record' && field.fields) return sealRecord(sealing, field.fields, value as object, `${path}.`);
  const { item } = field;
  if (field.kind !== 'list' || !item || (item.kind !== 'personal' && item.kind !== 'record')) return value;
  const items = value as readonly unknown[];
  return Promise.all(
    items.map((entry, index) => sealField(sealing, { ...place, field: item, path: `${path}.${index}` }, entry)),
  );
}

async function sealValue(
  { keys, origin }: Sealing,
  { field, path, siblings }: Place,
  value: unknown,
): Promise<unknown> {
  const purpose = field.purpose;
  if (!purpose) throw new TypeError(`'${path}' is personal but has no purpose`);
  const subject = field.subject ? (siblings as Record<string, unknown>)[field.subject] : origin.streamId;
  if (typeof subject !== 'string')
    throw new TypeError(`'${path}' is personal, but '${field.subject ?? ''}' names nobody`);
  const key = await keys.obtain(origin.scope, subject, purpose);
  if (key === 'forgotten') throw new SubjectForgotten(subject);
  return seal(origin.scope, key, value, { subject, purpose, origin: `${origin.eventId}/${path}` });
}
