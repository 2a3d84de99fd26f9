import { isExisting } from './valid-values.js';

const strangeNames = [
  'extra',
  'id',
  'tenant',
  'revision',
  'constructor',
  'toString',
  '$where',
  '_id',
  'then',
  'on',
  'ümläut',
];

/** The value with one change: a field gone, a strange one more, or the hostile value in the place of one; anywhere in it. */
export function mutated(value: unknown, choice: number, hostile: unknown): unknown {
  const places = placesIn(value, []);
  const place = places[choice % places.length] ?? [];
  const how = Math.floor(choice / 7) % 4;
  if (how === 0 && place.length > 0) return changeAt(value, place, () => gone);
  if (how === 1) {
    const name = strangeNames[choice % strangeNames.length] ?? 'extra';
    return changeAt(value, place.slice(0, -1), (record) =>
      typeof record === 'object' && record !== null && !Array.isArray(record)
        ? { ...record, [name]: hostile }
        : hostile,
    );
  }
  return changeAt(value, place, () => hostile);
}

const gone = Symbol('gone');
type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null || isExisting(value) || at.length > 4) return [at];
  return [at, ...Object.entries(value).flatMap(([name, field]) => placesIn(field, [...at, name]))];
}

function changeAt(value: unknown, [name, ...rest]: Place, change: (value: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const fields = copy as Record<string | number, unknown>;
  const changed = changeAt(fields[name], rest, change);
  if (changed !== gone) fields[name] = changed;
  else if (Array.isArray(copy)) copy.splice(Number(name), 1);
  else Reflect.deleteProperty(fields, name);
  return copy;
}
