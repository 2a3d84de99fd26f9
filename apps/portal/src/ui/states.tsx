import { useEffect, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem.js';
import { useWords, type MessageKey, type Words } from '../i18n/index.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** As much of a query, or of several, as is needed to show what it found. */
export interface Found<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Shows what a query found; until then that it loads, or what went wrong and a way to try again. */
export function Loaded<Data>(props: { readonly query: Found<Data>; readonly children: (data: Data) => ReactNode }) {
  const { data, error, refetch } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}

/** That something is on its way; silent for the first moment. */
export function Loading() {
  const { t } = useWords();
  // What comes at once should not flicker.
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status">
      {late && (
        <>
          <span className="kern-loader kern-loader--visible" aria-hidden="true" />
          <span className="kern-body">{t('state.loading')}</span>
        </>
      )}
    </p>
  );
}

/** What happened, in words, and what one can do. What was typed elsewhere on the page stays. */
export function Failure(props: {
  readonly error: Error;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const { title, text } = wordsFor(props.error, words);
  return (
    <Notice tone="danger" title={title} announce="urgent">
      <p className="kern-body">{text}</p>
      {props.children}
      {props.onRetry && <Button onClick={props.onRetry}>{words.t('action.retry')}</Button>}
    </Notice>
  );
}

/** An empty list says what to do next. */
export function Empty(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="kern-title">{props.title}</p>
      <p className="kern-body">{props.text}</p>
      {props.children !== undefined && <div className="actions">{props.children}</div>}
    </div>
  );
}

const known: Readonly<Record<string, readonly [title: MessageKey, text: MessageKey]>> = {
  offline: ['error.offline', 'error.offline.text'],
  'too-many-requests': ['error.too-many', 'error.too-many.text'],
  unauthorized: ['error.unauthorized', 'error.unauthorized.text'],
  forbidden: ['error.forbidden', 'error.forbidden.text'],
  'not-found': ['error.not-found', 'error.not-found.text'],
  'revision-conflict': ['error.changed', 'error.changed.text'],
  'precondition-failed': ['error.changed', 'error.changed.text'],
  'view-behind': ['error.unavailable', 'error.unavailable.text'],
  unavailable: ['error.unavailable', 'error.unavailable.text'],
  'invalid-input': ['error.invalid', 'error.invalid.text'],
  'capacity-full': ['error.capacity-full', 'error.capacity-full.text'],
  'proposal-closed': ['error.proposal-closed', 'error.proposal-closed.text'],
  'compute-running': ['error.compute-running', 'error.compute-running.text'],
  'course-full': ['error.course-full', 'error.course-full.text'],
  'course-completed': ['error.course-completed', 'error.course-completed.text'],
  'session-in-the-future': ['error.session-future', 'error.session-future.text'],
  'earlier-than-last-change': ['error.too-early', 'error.too-early.text'],
  'outside-placement': ['error.too-early', 'error.too-early.text'],
  'idempotency-key-reused': ['error.sent-already', 'error.sent-already.text'],
  'request-confirmed': ['error.request-confirmed', 'error.request-confirmed.text'],
  'placement-ended': ['error.placement-ended', 'error.placement-ended.text'],
  'erasure-ordered': ['error.erasure-ordered', 'error.erasure-ordered.text'],
  stale: ['error.changed', 'error.changed.text'],
  'import-running': ['error.import-running', 'error.import-running.text'],
  'last-administrator': ['error.last-administrator', 'error.last-administrator.text'],
  held: ['error.held', 'error.held.text'],
  'signs-in-elsewhere': ['error.signs-in-elsewhere', 'error.signs-in-elsewhere.text'],
};

function wordsFor(error: Error, { t }: Words): { readonly title: string; readonly text: string } {
  const code = error instanceof Problem ? (error.status === 412 ? 'precondition-failed' : error.code) : '';
  const [title, text] = known[code] ?? (['error.unknown', 'error.unknown.text'] as const);
  return { title: t(title as 'error.unknown'), text: t(text as 'error.unknown.text') };
}
