import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { exportsQuery } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { PersonLink } from './person-link.js';

/** Who has asked what is stored about them, and the files that were gathered; of one person, or of all. */
export function Exports(props: {
  readonly tenant: string;
  readonly subjectId?: string;
  readonly children?: ReactNode;
}) {
  const { t, day } = useWords();
  const { tenant, subjectId, children } = props;
  return (
    <Panel title={t('exports.title')}>
      <PagesList
        short
        list={useInfiniteQuery(exportsQuery(tenant, subjectId))}
        empty={<p className="kern-body kern-body--muted">{t('exports.none')}</p>}
      >
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id}>
                <span>
                  {subjectId === undefined && <PersonLink tenant={tenant} id={row.subjectId} />} {day(row.requestedOn)}{' '}
                  · {t(`exports.status.${row.status}`)}
                </span>
                {row.status === 'complete' && <Files tenant={tenant} id={row.id} />}
              </li>
            ))}
          </ul>
        )}
      </PagesList>
      {children}
    </Panel>
  );
}

function Files({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const { t } = useWords();
  return (
    <span className="actions">
      <a className="text-link" href={`/registration/${tenant}/exports/${id}/document.pdf`}>
        {t('exports.document')}
      </a>
      <a className="text-link" href={`/registration/${tenant}/exports/${id}/data.json`}>
        {t('exports.data')}
      </a>
    </span>
  );
}
