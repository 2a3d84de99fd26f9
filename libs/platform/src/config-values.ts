import { resolve } from 'node:path';

/** One setting: the variable it is read from, what stands when that is empty, and a sentence for people. */
export interface Setting<Value> {
  readonly variable: string;
  readonly fallback: string;
  readonly meaning: string;
  readonly parse: (text: string, variable: string) => Value;
}

export const text = (value: string) => value;
export const path = (value: string) => resolve(value);
export const optionalPath = (value: string) => value && resolve(value);

/** @throws RangeError naming the variable */
export function wholeNumber(value: string, variable: string): number {
  const parsed = Number(value);
  if (!Number.isInteger(parsed) || parsed < 0)
    throw new RangeError(`${variable} must be a whole number, not '${value}'`);
  return parsed;
}

/** @throws RangeError naming the variable */
export function port(value: string, variable: string): number {
  const parsed = wholeNumber(value, variable);
  if (parsed > 65_535) throw new RangeError(`${variable} must be a port, at most 65535, not '${value}'`);
  return parsed;
}

/** @throws RangeError naming the variable */
export function url(value: string, variable: string): string {
  if (value === '') return value;
  if (!/^https?:/.test(value) || !URL.canParse(value))
    throw new RangeError(`${variable} must be an address such as http://localhost:8080, not '${value}'`);
  return value.replace(/\/$/, '');
}

/** Words with commas or blanks between. */
export function words(value: string): readonly string[] {
  return value.split(/[\s,]+/).filter((word) => word !== '');
}

/** One of these words. */
export function oneOf<const Values extends readonly string[]>(...values: Values) {
  return (value: string, variable: string): Values[number] => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new RangeError(`${variable} must be one of ${values.join(', ')}, not '${value}'`);
    return found;
  };
}
