import { PassThrough, type Readable } from 'node:stream';
import type { Change } from '@lotsennetz/kernel';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ServiceRuntime } from '../service-runtime.js';

/** What is gathered into one message: a course of thirty people is one change to whoever looks on. */
const gatherMs = 200;
/** Proxies hang up on what is silent for a minute. */
const heartbeatMs = 25_000;
/** Rights are asked anew with every connection, so that one taken away ends within this time. */
const longestMs = 5 * 60_000;

/** One who listens: only what was changed in their tenant, never what it says. */
interface Listener {
  readonly tenant: string;
  readonly stream: PassThrough;
  readonly views: Set<string>;
  position: string;
  gathering: NodeJS.Timeout | undefined;
}

/** Tells open connections which views of their tenant have changed. Each replica tells of what it has seen itself. */
@Injectable()
export class ChangeFeed implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();

  constructor(runtime: ServiceRuntime) {
    runtime.views.onChanges((changes) => this.note(changes));
  }

  /** Server-sent events `{views, position}`; ends by itself after five minutes, and when the process stops. */
  listen(tenant: string): Readable {
    const stream = new PassThrough();
    const listener: Listener = { tenant, stream, views: new Set(), position: '', gathering: undefined };
    this.listeners.add(listener);
    const beat = setInterval(() => stream.write(': still here\n\n'), heartbeatMs);
    const end = setTimeout(() => stream.end(), longestMs);
    stream.once('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      clearTimeout(listener.gathering);
      this.listeners.delete(listener);
    });
    // Whoever is cut off comes back after three seconds.
    stream.write('retry: 3000\n\n');
    return stream;
  }

  /** Open connections would keep the process from ending. */
  onModuleDestroy(): void {
    for (const { stream } of this.listeners) stream.end();
  }

  private note(changes: readonly Change[]): void {
    for (const listener of this.listeners) {
      const mine = changes.filter(({ scope }) => scope.tenant === listener.tenant);
      if (mine.length === 0) continue;
      for (const { collection, position = '' } of mine) {
        listener.views.add(viewOf(collection));
        if (position > listener.position) listener.position = position;
      }
      listener.gathering ??= setTimeout(() => tell(listener), gatherMs);
    }
  }
}

function tell(listener: Listener): void {
  const { stream, views, position } = listener;
  listener.gathering = undefined;
  if (!stream.writableEnded) stream.write(`data: ${JSON.stringify({ views: [...views].sort(), position })}\n\n`);
  views.clear();
}

/** `volunteer-directory.v2.0` is a generation of the view `volunteer-directory`. */
function viewOf(collection: string): string {
  return collection.replace(/\.v\d+\.\d+$/, '');
}
