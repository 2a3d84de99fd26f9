import { createHash } from 'node:crypto';

/** The last revision seen of each source stream, condensed to one value that changes when anything more was read. */
export class SourcePositions {
  private readonly revisions = new Map<string, number>();

  see(stream: string, revision: number): void {
    const seen = this.revisions.get(stream);
    if (seen === undefined || seen < revision) this.revisions.set(stream, revision);
  }

  /** SHA-256 in hex over the canonical JSON of the sorted list of [stream, revision]. */
  digest(): string {
    const streams = [...this.revisions.keys()].sort();
    return createHash('sha256')
      .update(JSON.stringify(streams.map((stream) => [stream, this.revisions.get(stream)])))
      .digest('hex');
  }
}
