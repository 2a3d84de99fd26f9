import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rematchesQuery } from '../api/queries.js';
import { useWords } from '../i18n/index.js';
import { buttonClass } from './button.js';

/** What comes after an ended placement: the request that looks for somebody again, or the way to make one. */
export function Rematch({ tenant, requestId }: { readonly tenant: string; readonly requestId: string }) {
  const { t } = useWords();
  const { data, error } = useQuery(rematchesQuery(tenant, requestId));
  if (!data && !error) return null;
  const rematch = data?.items.findLast(({ status }) => status !== 'withdrawn');
  if (rematch)
    return (
      <Link to="/t/$tenant/buero/anfragen/$id" params={{ tenant, id: rematch.id }} className={buttonClass('secondary')}>
        <span className="kern-label">{t('rematch.show')}</span>
      </Link>
    );
  return (
    <Link
      to="/t/$tenant/buero/anfragen/neu"
      params={{ tenant }}
      search={{ from: requestId }}
      className={buttonClass('secondary')}
    >
      <span className="kern-label">{t('placement.again')}</span>
    </Link>
  );
}
