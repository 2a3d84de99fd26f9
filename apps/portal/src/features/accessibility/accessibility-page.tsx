import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

const contact = 'accessibility@example.org';

/** The statement that § 12b BGG asks for, in short; `docs/accessibility.md` holds all of it. */
export function AccessibilityPage() {
  const { t } = useWords();
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <Panel title={t('accessibility.state')}>
        <p className="kern-body">{t('accessibility.state.text')}</p>
      </Panel>
      <Panel title={t('accessibility.tested')}>
        <p className="kern-body">{t('accessibility.tested.text')}</p>
      </Panel>
      <Panel title={t('accessibility.missing')}>
        <p className="kern-body">{t('accessibility.missing.text')}</p>
      </Panel>
      <Panel title={t('accessibility.contact')}>
        <p className="kern-body">{t('accessibility.contact.text')}</p>
        <p className="kern-body">
          <a className="text-link" href={`mailto:${contact}`} dir="ltr">
            {contact}
          </a>
        </p>
      </Panel>
      <Panel title={t('accessibility.enforcement')}>
        <p className="kern-body">{t('accessibility.enforcement.text')}</p>
      </Panel>
    </Page>
  );
}
