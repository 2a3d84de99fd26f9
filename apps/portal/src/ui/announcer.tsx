import { useSyncExternalStore } from 'react';
import { useWords } from '../i18n/index.js';

interface Said {
  readonly text: string;
  /** Saying the same once more is news, too. */
  readonly times: number;
}

let said: Said = { text: '', times: 0 };
const listeners = new Set<() => void>();

function announce(text: string): void {
  said = { text, times: said.times + 1 };
  for (const listener of listeners) listener();
}

function listen(onSaid: () => void): () => void {
  listeners.add(onSaid);
  return () => listeners.delete(onSaid);
}

/** Tells that a step is done to those who hear the page: after a dialog has closed, what changed may stand anywhere. */
export function useSayDone(): (step: string) => void {
  const { t } = useWords();
  return (step) => announce(t('action.done', { step }));
}

/** What was said last. It is there from the start: screen readers pass over a region that comes together with its text. */
export function Announcer() {
  const { text, times } = useSyncExternalStore(listen, () => said);
  return (
    <p role="status" className="kern-sr-only">
      <span key={times}>{text}</span>
    </p>
  );
}
