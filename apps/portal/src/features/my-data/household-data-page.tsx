import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ownHouseholdQuery } from '../../api/household.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { HouseholdData } from './household-data.js';
import { MyRights } from './my-rights.js';

/** What is stored about a household, in its own hands. */
export function HouseholdDataPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/haushalt/daten' });
  return (
    <Page title={t('nav.my-data')} lead={t('own.data.lead')}>
      <Loaded query={useQuery(ownHouseholdQuery(tenant))}>
        {(household) => <HouseholdData tenant={tenant} household={household} />}
      </Loaded>
      <MyRights tenant={tenant} />
    </Page>
  );
}
