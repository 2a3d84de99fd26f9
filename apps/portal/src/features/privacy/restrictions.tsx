import { useInfiniteQuery } from '@tanstack/react-query';
import { restrictionsQuery } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { PersonLink } from './person-link.js';

/** Whose data may not be used now. */
export function Restrictions({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('restrictions.title')}>
      <PagesList
        short
        list={useInfiniteQuery(restrictionsQuery(tenant))}
        empty={<p className="kern-body kern-body--muted">{t('restrictions.none')}</p>}
      >
        {(rows) => (
          <ul className="rows">
            {rows.map(({ id, ground, since }) => (
              <li key={id}>
                <PersonLink tenant={tenant} id={id} />
                <span className="rows__note">
                  {t('restrictions.since', { day: day(since) })} · {t(`restrictions.ground.${ground}`)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagesList>
    </Panel>
  );
}
