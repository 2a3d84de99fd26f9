import { useQuery } from '@tanstack/react-query';
import { restrictionsQuery } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { PersonLink } from './person-link.js';

/** Whose data may not be used now. */
export function Restrictions({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  return (
    <Panel title={t('restrictions.title')}>
      <Loaded query={useQuery(restrictionsQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('restrictions.none')}</p>
          ) : (
            <ul className="rows">
              {items.map(({ id, ground, since }) => (
                <li key={id}>
                  <PersonLink tenant={tenant} id={id} />
                  <span className="rows__note">
                    {t('restrictions.since', { day: day(since) })} · {t(`restrictions.ground.${ground}`)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
