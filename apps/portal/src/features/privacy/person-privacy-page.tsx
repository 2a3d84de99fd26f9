import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { nameQuery } from '../../api/names.js';
import { erasureQuery } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { nameOf } from '../../ui/person.js';
import { Loaded } from '../../ui/states.js';
import { PersonErasure } from './person-erasure.js';
import { PersonExports } from './person-exports.js';
import { PersonHolds } from './person-holds.js';
import { PersonRestriction } from './person-restriction.js';
import { shortCode } from './short-code.js';

/** Everything about one person that data protection knows: asking, erasing, keeping, restricting. */
export function PersonPrivacyPage() {
  const words = useWords();
  const { t } = words;
  const { tenant, id } = useParams({ from: '/t/$tenant/buero/datenschutz/$id' });
  const named = useQuery(nameQuery(tenant, id)).data;
  const erasure = useQuery(erasureQuery(tenant, id));
  const name = named ? nameOf(named, words) : shortCode(id);
  const kind = named?.kind ?? erasure.data?.kind;
  return (
    <Page title={t('privacy.of', { name })} lead={t('privacy.of.lead', { code: shortCode(id) })}>
      <p>
        <Link to="/t/$tenant/buero/datenschutz" params={{ tenant }} className="text-link">
          {t('action.back')}: {t('nav.privacy')}
        </Link>
      </p>
      {kind && <PersonExports tenant={tenant} id={id} kind={kind} />}
      {(kind === 'volunteer' || kind === 'newcomer') && <PersonRestriction tenant={tenant} id={id} />}
      <Loaded query={erasure}>
        {(row) => (
          <>
            <PersonHolds tenant={tenant} id={id} row={row} />
            <PersonErasure tenant={tenant} id={id} row={row} kind={kind} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
