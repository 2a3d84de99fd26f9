/** A key for one thing to be sent: sent again after an error, the same key changes nothing twice. */
export function newKey(): string {
  // Not randomUUID: over plain HTTP from another machine browsers do not have it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
