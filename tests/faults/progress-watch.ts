import { pause, progressCollection, type ReadModels, type StreamProgress } from '@lotsennetz/kernel';

/** Looks at the progress of all consumers of a service again and again; answers what went back. */
export function watchProgress(readModels: ReadModels): { stop(): Promise<readonly string[]> } {
  const ended = new AbortController();
  const furthest = new Map<string, number>();
  const faults: string[] = [];
  const look = async () => {
    for await (const { id, row } of readModels.scan<StreamProgress>(progressCollection)) {
      const before = furthest.get(id) ?? -1;
      if (row.lastRevision < before) faults.push(`${id} went back from ${before} to ${row.lastRevision}`);
      furthest.set(id, Math.max(before, row.lastRevision));
    }
  };
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await look();
      await pause(250, ended.signal);
    }
  })();
  return {
    stop: async () => {
      ended.abort();
      await watching;
      await look();
      return faults;
    },
  };
}
