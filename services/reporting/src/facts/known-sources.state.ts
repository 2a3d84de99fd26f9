/**
 * The last revision that facts were taken from, for each stream of other services.
 *
 * It grows in place: a copy for every fact would make folding a tenant's history quadratic. That is sound because
 * only the fold writes to it, learning is monotone (the same or an older revision changes nothing), and whoever still
 * holds an earlier state sees at most more repetitions, of facts that are recorded already.
 */
export class KnownSources {
  readonly #lastRevisions = new Map<string, number>();

  /** For the fold only. */
  learn(stream: string, revision: number): void {
    const known = this.#lastRevisions.get(stream);
    if (known === undefined || known < revision) this.#lastRevisions.set(stream, revision);
  }

  /** Whether the facts of this stream are recorded up to this revision. */
  includes(stream: string, revision: number): boolean {
    return (this.#lastRevisions.get(stream) ?? -1) >= revision;
  }
}
