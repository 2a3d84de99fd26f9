/** A store, bus or key service cannot be reached now. Nothing is wrong with the work itself: try it again later. */
export class Unavailable extends Error {
  readonly code = 'unavailable';
}
