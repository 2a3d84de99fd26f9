/** The end of an id, by which people tell persons apart where no name may be shown. */
export function shortCode(id: string): string {
  return id.slice(-8);
}
