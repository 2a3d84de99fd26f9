/** What a manifest says, before anybody knows what it is. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value at a path of keys, undefined when something on the way is missing. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let here: unknown = value;
  for (const key of path) here = (here as Record<string | number, unknown> | null | undefined)?.[key];
  return here as Json | undefined;
}

/** The elements of a list, none when it is not one. */
export function each(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The entries of an object, none when it is not one. */
export function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

export function textAt(value: Json | undefined, ...path: readonly (string | number)[]): string {
  return asText(at(value, ...path));
}

/** Numbers are text too, as YAML takes `8.0` for one. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether an image names a version: a digest, or a tag that has a figure in it. */
export function isPinned(image: string): boolean {
  return /@sha256:[0-9a-f]{64}$/.test(image) || /:[^/:]*\d[^/:]*$/.test(image);
}

/** Whether a setting of this name and value gives a secret away. */
export function holdsSecret(name: string, value: string): boolean {
  if (value === '') return false;
  return /:\/\/[^/@:]*:[^/@]+@/.test(value) || /(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|_KEY)$/i.test(name);
}

/** Images whose start writes beside their program, so that their root file system cannot be read-only. */
const writesItsRoot = ['apache/kafka', 'quay.io/keycloak/keycloak', 'kurrentplatform/kurrentdb'];

export function mayWriteItsRoot(image: string): boolean {
  return writesItsRoot.includes(image.replace(/[:@][^/]*$/, ''));
}
