import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionQuery, signIn, signOut, type Session } from '../api/session.js';
import { tenantsQuery } from '../api/tenants.js';
import { useWords } from '../i18n/index.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Brand } from './brand.js';
import { LanguageSwitch } from './language-switch.js';
import { entriesFor, exactEntries } from './navigation.js';

/** Whose pages these are, the way to all others, language and sign-in; on a narrow screen the way is behind one button. */
export function Header() {
  const { t } = useWords();
  const { tenant } = useParams({ strict: false });
  const { data: session } = useQuery(sessionQuery);
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <header className="header">
      <div className="bounds header__row">
        <Brand />
        <div className="header__tools">
          <LanguageSwitch />
          <div className="header__account">{session && <SignInOrOut session={session} />}</div>
          <button
            type="button"
            className="kern-btn kern-btn--tertiary header__menu"
            aria-expanded={open}
            aria-controls="hauptmenue"
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'close' : 'dehaze'} />
            <span className="kern-label">{t('app.menu')}</span>
          </button>
        </div>
      </div>
      <div className={`menu${open ? ' menu--open' : ''}`} id="hauptmenue">
        {tenant && <Entries tenant={tenant} session={session} />}
        {/* Where the row has no room for it. */}
        <div className="bounds menu__account">{session && <SignInOrOut session={session} />}</div>
      </div>
    </header>
  );
}

function Entries(props: { readonly tenant: string; readonly session: Session | undefined }) {
  const { t } = useWords();
  const roles = props.session?.memberships.find(({ tenant }) => tenant === props.tenant)?.roles ?? [];
  const kind = useQuery(tenantsQuery).data?.items.find(({ id }) => id === props.tenant)?.kind;
  const entries = entriesFor(roles, kind);
  return (
    <nav aria-label={t('app.navigation')}>
      <ul className="bounds menu__list">
        {entries.map(({ label, to }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ tenant: props.tenant }}
              className="menu__link"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ exact: exactEntries.has(to) }}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignInOrOut({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const { href, pathname } = useRouterState({ select: ({ location }) => location });
  const { tenant } = useParams({ strict: false });
  // Who signs in on a front page wants to work; who does so elsewhere wants to go on there.
  const to = pathname === `/t/${tenant}` ? `${pathname}/arbeit` : href;
  if (!session.signedIn)
    return (
      <Button variant="tertiary" icon="account-circle" onClick={() => signIn(to)}>
        {t('session.sign-in')}
      </Button>
    );
  return (
    <>
      {session.name && (
        <span className="header__name">
          <span className="kern-sr-only">{t('session.signed-in-as', { name: '' })}</span>
          {session.name}
        </span>
      )}
      <Button variant="tertiary" icon="logout" onClick={() => void signOut(session)}>
        {t('session.sign-out')}
      </Button>
    </>
  );
}
