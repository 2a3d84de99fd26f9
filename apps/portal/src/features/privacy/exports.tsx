import { useQuery } from '@tanstack/react-query';
import { exportsQuery } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { shortCode } from './short-code.js';

/** Who has asked what is stored about them, and the files that were gathered. */
export function Exports({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('exports.title')}>
      <Loaded query={useQuery(exportsQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('exports.none')}</p>
          ) : (
            <ul className="rows">
              {items.map(({ id, subjectId, status, requestedOn }) => (
                <li key={id}>
                  <span>
                    <code>{shortCode(subjectId)}</code> · {day(requestedOn)} · {t(`exports.status.${status}`)}
                  </span>
                  {status === 'complete' && (
                    <span className="actions">
                      <a className="text-link" href={`/registration/${tenant}/exports/${id}/document.pdf`}>
                        {t('exports.document')}
                      </a>
                      <a className="text-link" href={`/registration/${tenant}/exports/${id}/data.json`}>
                        {t('exports.data')}
                      </a>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
