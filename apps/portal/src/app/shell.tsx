import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/session.js';
import { useWords } from '../i18n/index.js';
import { Announcer } from '../ui/announcer.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { PrintedBrand } from './brand.js';
import { Header } from './header.js';

/** The frame of every screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  useKeptFocus();
  return (
    <>
      <a className="skip-link kern-link" href="#inhalt">
        {t('app.skip')}
      </a>
      {session?.demo && (
        <aside className="demo-banner" aria-label={t('app.demo')}>
          <strong>{t('app.demo')}.</strong> {t('app.demo.text')}
        </aside>
      )}
      <Header />
      <PrintedBrand />
      <main id="inhalt" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
      <footer className="footer" aria-label={t('app.footer')}>
        <div className="bounds footer__row">
          <span>{t('app.tagline')}</span>
          <Link className="footer__link" to="/barrierefreiheit">
            {t('app.accessibility')}
          </Link>
          <a className="footer__link" href="/status">
            {t('app.state')}
          </a>
          <a className="footer__link" href="/api/docs">
            {t('app.interfaces')}
          </a>
        </div>
      </footer>
    </>
  );
}
