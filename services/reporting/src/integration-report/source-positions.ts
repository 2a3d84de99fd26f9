import { createHash } from 'node:crypto';

/** Condenses the source revisions a report has read into one value, a page of facts at a time. */
export class SourcePositions {
  private readonly hash = createHash('sha256');
  private page = '';

  see(stream: string, revision: number): void {
    this.page += `${stream}@${revision}\n`;
  }

  pageEnds(): void {
    this.hash.update(this.page);
    this.page = '';
  }

  /** In hex; nothing more can be seen afterwards. */
  digest(): string {
    this.pageEnds();
    return this.hash.digest('hex');
  }
}
