import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ownProfileQuery } from '../../api/own-queries.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { ContactData } from './contact-data.js';
import { MyRights } from './my-rights.js';

/** What is stored about a volunteer, in their own hands. */
export function MyDataPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/ich/daten' });
  return (
    <Page title={t('nav.my-data')} lead={t('own.data.lead')}>
      <Loaded query={useQuery(ownProfileQuery(tenant))}>
        {(profile) => <ContactData tenant={tenant} profile={profile} />}
      </Loaded>
      <MyRights tenant={tenant} />
    </Page>
  );
}
