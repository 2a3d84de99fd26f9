import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { duplicatesQuery } from '../../api/duplicates.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded } from '../../ui/states.js';
import { Group } from './group.js';
import { Merged } from './merged.js';

/** Records that may be one person: to be merged, and to be told apart again. */
export function DuplicatesPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/doppelte' });
  return (
    <Page wide title={t('duplicates.title')} lead={t('duplicates.lead')}>
      <p>
        <Link to="/t/$tenant/buero/freiwillige" params={{ tenant }} className="text-link">
          {t('action.back')}: {t('nav.volunteers')}
        </Link>
      </p>
      <Loaded query={useQuery(duplicatesQuery(tenant))}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('duplicates.empty')} text={t('duplicates.empty.text')} />
          ) : (
            <>
              {items.map((group) => (
                <Group key={group.id} tenant={tenant} group={group} />
              ))}
              {next !== null && <p className="kern-body">{t('duplicates.more')}</p>}
            </>
          )
        }
      </Loaded>
      <Merged tenant={tenant} />
    </Page>
  );
}
