import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { settingsQuery } from '../../api/settings.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { Logo } from './logo.js';
import { Offices } from './offices.js';
import { SettingsForm } from './settings-form.js';

/** What a tenant sets for itself, and where it can be met. */
export function SettingsPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/einstellungen' });
  return (
    <Page title={t('nav.settings')} lead={t('settings.lead')}>
      <Panel title={t('settings.title')}>
        <Loaded query={useQuery(settingsQuery(tenant))}>
          {(settings) => <SettingsForm tenant={tenant} settings={settings} />}
        </Loaded>
      </Panel>
      <Logo tenant={tenant} />
      <Offices tenant={tenant} />
    </Page>
  );
}
