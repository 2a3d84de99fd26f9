import { useWords } from '../i18n/index.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** When a screen itself fails: drafts are kept, so a reload loses nothing. */
export function Crash() {
  const { t } = useWords();
  return (
    <Page title={t('crash')} lead={t('crash.text')}>
      <div className="actions">
        <Button variant="primary" onClick={() => globalThis.location.reload()}>
          {t('crash.reload')}
        </Button>
      </div>
    </Page>
  );
}
