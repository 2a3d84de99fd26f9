import { Link } from '@tanstack/react-router';
import type { EarlierPlacement } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { PersonName } from '../../ui/person.js';

/** Who has accompanied this household before and is not proposed again, with why that placement ended. */
export function LeftOut({
  tenant,
  leftOut,
}: {
  readonly tenant: string;
  readonly leftOut: readonly EarlierPlacement[];
}) {
  const { t } = useWords();
  return (
    <div>
      <h3 className="kern-title kern-title--small">{t('board.left-out')}</h3>
      <p className="kern-body">{t('board.left-out.text')}</p>
      <ul className="plain-list">
        {leftOut.map(({ placementId, volunteerId, reason }) => (
          <li key={placementId}>
            <PersonName tenant={tenant} id={volunteerId} />:{' '}
            <Link to="/t/$tenant/buero/begleitungen/$id" params={{ tenant, id: placementId }} className="text-link">
              {t(`placement.reason.${reason}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
