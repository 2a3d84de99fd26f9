import { useId } from 'react';
import type { ImportStatus } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';

/** How far an import is, and how it ended. */
export function Progress({ status }: { readonly status: ImportStatus }) {
  const { t } = useWords();
  const id = useId();
  switch (status.state) {
    case 'running':
      return (
        <div role="status">
          <label className="kern-label" htmlFor={id}>
            {t('import.running', { done: status.done, total: status.total })}
          </label>
          <progress id={id} className="progress" value={status.done} max={status.total} />
        </div>
      );
    case 'done':
      return (
        <Notice tone="success" title={t('import.done')} announce="polite">
          <p className="kern-body">{t('import.done.text', { count: status.total })}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={t('import.failed')} announce="urgent">
          <p className="kern-body">
            {t('import.failed.text', { line: status.failure?.line ?? 0, code: status.failure?.code ?? '' })}
          </p>
        </Notice>
      );
    case 'interrupted':
      return (
        <Notice tone="warning" title={t('import.interrupted')} announce="urgent">
          <p className="kern-body">{t('import.interrupted.text')}</p>
        </Notice>
      );
  }
}
