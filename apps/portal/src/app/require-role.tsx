import { useQuery } from '@tanstack/react-query';
import { useParams, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery, signIn, type Role } from '../api/session.js';
import { useWords } from '../i18n/index.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Loaded } from '../ui/states.js';

/** Shows its children to people with one of the roles, and to others what they can do. The platform itself checks again. */
export function RequireRole({ roles, children }: { readonly roles: readonly Role[]; readonly children: ReactNode }) {
  const session = useQuery(sessionQuery);
  const { tenant } = useParams({ strict: false });
  return (
    <Loaded query={session}>
      {({ signedIn, memberships }) => {
        if (!signedIn) return <SignInFirst />;
        const mine = memberships.find((each) => each.tenant === tenant)?.roles ?? [];
        return mine.some((role) => roles.includes(role)) ? children : <Forbidden />;
      }}
    </Loaded>
  );
}

function SignInFirst() {
  const { t } = useWords();
  const to = useRouterState({ select: ({ location }) => location.href });
  return (
    <Page title={t('session.needed')} lead={t('session.needed.text')}>
      <div className="actions">
        <Button variant="primary" onClick={() => signIn(to)}>
          {t('session.sign-in')}
        </Button>
      </div>
    </Page>
  );
}

function Forbidden() {
  const { t } = useWords();
  return <Page title={t('session.forbidden')} lead={t('session.forbidden.text')} />;
}
