import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tenantsQuery } from '../../api/tenants.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded } from '../../ui/states.js';

/** The door of the platform: one chooses one's place. */
export function StartPage() {
  const { t } = useWords();
  const tenants = useQuery(tenantsQuery);
  return (
    <Page title={t('start.title')} lead={t('start.lead')}>
      <Loaded query={tenants}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('start.empty')} text={t('start.empty.text')} />
          ) : (
            <nav aria-label={t('start.places')}>
              <ul className="tiles">
                {items.map(({ id, name }) => (
                  <li key={id}>
                    <Link to="/t/$tenant" params={{ tenant: id }} className="tile">
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )
        }
      </Loaded>
    </Page>
  );
}
