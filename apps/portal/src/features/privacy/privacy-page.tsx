import { useParams } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Erasures } from './erasures.js';
import { Exports } from './exports.js';
import { FindPerson } from './find-person.js';
import { Restrictions } from './restrictions.js';

/** Who is to be forgotten, and who has asked what is stored about them. */
export function PrivacyPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/datenschutz' });
  return (
    <Page wide title={t('nav.privacy')} lead={t('privacy.lead')}>
      <FindPerson tenant={tenant} />
      <Erasures tenant={tenant} />
      <Restrictions tenant={tenant} />
      <Exports tenant={tenant} />
    </Page>
  );
}
