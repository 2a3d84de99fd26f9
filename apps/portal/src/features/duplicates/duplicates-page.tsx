import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { duplicatesQuery } from '../../api/duplicates.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { Empty } from '../../ui/states.js';
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
      <PagesList
        short
        list={useInfiniteQuery(duplicatesQuery(tenant))}
        empty={<Empty title={t('duplicates.empty')} text={t('duplicates.empty.text')} />}
      >
        {(groups) => groups.map((group) => <Group key={group.id} tenant={tenant} group={group} />)}
      </PagesList>
      <Merged tenant={tenant} />
    </Page>
  );
}
