import type { DomainEvent } from './events.js';
import type { EventId } from './ids.js';
import { SubjectForgotten, type Keys } from './keys.js';
import type { Field, Shape } from './schema.js';
import { isSealed, seal, type DataKey, type Purpose } from './sealed.js';
import type { TenantScope } from './tenant-scope.js';

export interface Origin {
  readonly scope: TenantScope;
  readonly eventId: EventId;
  /** Subject of fields that name none: the stream's id. */
  readonly streamId: string;
  /** Told whose keys are used: what they seal must not be stored once they are forgotten. */
  readonly onSubject?: (subject: string) => void;
}

/**
 * The event's data with every personal field sealed. Values that arrive sealed (from a contract) are kept as they are.
 * @throws SubjectForgotten when the person was erased.
 */
export async function sealData(keys: Keys, shape: Shape, event: DomainEvent, origin: Origin): Promise<object> {
  const open: OpenValue[] = [];
  const data = copyRecord({ open, streamId: origin.streamId }, shape, { data: event.data, prefix: '' });
  if (open.length === 0) return data;
  for (const { subject } of open) origin.onSubject?.(subject);
  const keyOf = await obtainKeys(keys, origin.scope, open);
  for (const { target, name, value, path, subject, purpose } of open)
    target[name] = seal(origin.scope, keyOf(subject, purpose), value, {
      subject,
      purpose,
      origin: `${origin.eventId}/${path}`,
    });
  return data;
}

/** A personal value that is still to be sealed, and where it goes. */
interface OpenValue {
  readonly target: Record<string | number, unknown>;
  readonly name: string | number;
  readonly value: unknown;
  readonly path: string;
  readonly subject: string;
  readonly purpose: Purpose;
}

/** All at once: new keys then share one sync to disk instead of waiting for each other. */
async function obtainKeys(
  keys: Keys,
  scope: TenantScope,
  values: readonly OpenValue[],
): Promise<(subject: string, purpose: Purpose) => DataKey> {
  const nameOf = (subject: string, purpose: Purpose) => `${purpose} ${subject}`;
  const wanted = new Map(values.map(({ subject, purpose }) => [nameOf(subject, purpose), { subject, purpose }]));
  const obtained = new Map(
    await Promise.all(
      Array.from(wanted, async ([name, each]) => [name, await keys.obtain(scope, each.subject, each.purpose)] as const),
    ),
  );
  return (subject, purpose) => {
    const key = obtained.get(nameOf(subject, purpose));
    if (key === undefined || key === 'forgotten') throw new SubjectForgotten(subject);
    return key;
  };
}

interface Copying {
  readonly open: OpenValue[];
  readonly streamId: string;
}

function copyRecord(
  copying: Copying,
  shape: Shape,
  { data, prefix }: { readonly data: object; readonly prefix: string },
): Record<string, unknown> {
  const target: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const field = shape[name];
    // A field the schema does not know could be personal and untagged: never store it.
    if (!field) throw new TypeError(`'${prefix}${name}' is not in the event's schema`);
    if (value !== undefined)
      copyField(copying, { field, target, name, path: `${prefix}${name}`, siblings: data }, value);
  }
  return target;
}

interface Place {
  readonly field: Field;
  readonly target: Record<string | number, unknown>;
  readonly name: string | number;
  readonly path: string;
  readonly siblings: object;
}

function copyField(copying: Copying, place: Place, value: unknown): void {
  const { field, target, name, path, siblings } = place;
  if (field.kind === 'personal' && !isSealed(value)) {
    // Set now, so that fields keep their order; the sealed value takes its place.
    target[name] = undefined;
    copying.open.push({ target, name, value, path, ...labelOf(place, copying.streamId) });
  } else if (field.kind === 'record' && field.fields)
    target[name] = copyRecord(copying, field.fields, { data: value as object, prefix: `${path}.` });
  else if (field.kind === 'list' && (field.item?.kind === 'personal' || field.item?.kind === 'record')) {
    const items: unknown[] = [];
    const item = field.item;
    const into = items as unknown as Place['target'];
    for (const [index, entry] of (value as readonly unknown[]).entries())
      copyField(copying, { field: item, target: into, name: index, path: `${path}.${index}`, siblings }, entry);
    target[name] = items;
  } else target[name] = value;
}

function labelOf(
  { field, path, siblings }: Place,
  streamId: string,
): { readonly subject: string; readonly purpose: Purpose } {
  const { purpose } = field;
  if (!purpose) throw new TypeError(`'${path}' is personal but has no purpose`);
  const subject = field.subject ? (siblings as Record<string, unknown>)[field.subject] : streamId;
  if (typeof subject !== 'string')
    throw new TypeError(`'${path}' is personal, but '${field.subject ?? ''}' names nobody`);
  return { subject, purpose };
}
