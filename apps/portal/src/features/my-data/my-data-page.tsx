import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ownProfileQuery } from '../../api/own-queries.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { ContactData } from './contact-data.js';
import { EndAccount } from './end-account.js';
import { MyExports } from './my-exports.js';
import { WhoSaw } from './who-saw.js';

/** What is stored about somebody, in their own hands. */
export function MyDataPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/ich/daten' });
  return (
    <Page title={t('nav.my-data')} lead={t('own.data.lead')}>
      <Loaded query={useQuery(ownProfileQuery(tenant))}>
        {(profile) => <ContactData tenant={tenant} profile={profile} />}
      </Loaded>
      <MyExports tenant={tenant} />
      <WhoSaw tenant={tenant} />
      <EndAccount tenant={tenant} />
    </Page>
  );
}
