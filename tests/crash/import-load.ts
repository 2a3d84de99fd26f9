import { pause } from '@lotsennetz/kernel';
import { NoAnswer, type Message } from '../http-client.js';
import type { PlatformProcess } from '../platform-process.js';
import type { Target } from './load.js';
import { roster } from './registration.load.js';

/** Sends rosters one after the other; one that was cut off is sent again until it is done. */
export class ImportLoad {
  /** Rosters taken in to their end. */
  readonly done: string[] = [];
  /** How often a roster had to be sent again. */
  repeats = 0;

  constructor(
    private readonly target: Target,
    readonly linesEach: number,
  ) {}

  get current(): string {
    return `roster${this.done.length}`;
  }

  async run(platform: PlatformProcess, signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted) await this.takeIn(platform);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.repeats++;
    }
  }

  /** Finishes the roster under way. @throws Error when the platform gives it up. */
  async takeIn(platform: PlatformProcess): Promise<void> {
    const started = await this.call(platform, {
      method: 'POST',
      path: `/registration/${this.target.tenant}/imports/volunteers`,
      headers: { 'content-type': 'text/csv' },
      body: roster(this.current, this.linesEach),
    });
    for (let state = started; state.state !== 'done';) {
      if (state.state !== 'running') throw new Error(`${this.current}: ${JSON.stringify(state)}`);
      await pause(20);
      state = await this.call(platform, {
        method: 'GET',
        path: `/registration/${this.target.tenant}/imports/${started.id}`,
      });
    }
    this.done.push(this.current);
  }

  private async call(platform: PlatformProcess, message: Message): Promise<{ id: string; state: string }> {
    const { text } = await platform.http.send({
      ...message,
      headers: { authorization: `Bearer ${this.target.token}`, ...message.headers },
    });
    return JSON.parse(text) as { id: string; state: string };
  }
}
