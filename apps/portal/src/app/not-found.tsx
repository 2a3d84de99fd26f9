import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/index.js';
import { buttonClass } from '../ui/button.js';
import { Page } from '../ui/page.js';

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t('not-found')} lead={t('not-found.text')}>
      <div className="actions">
        <Link to="/" className={buttonClass('primary')}>
          <span className="kern-label">{t('not-found.home')}</span>
        </Link>
      </div>
    </Page>
  );
}
