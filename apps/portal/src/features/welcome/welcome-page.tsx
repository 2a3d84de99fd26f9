import { useQuery } from '@tanstack/react-query';
import { Link, useLoaderData, useParams } from '@tanstack/react-router';
import { sessionQuery, type Role } from '../../api/session.js';
import { useWords, type Words } from '../../i18n/index.js';
import { buttonClass, type ButtonVariant } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

/** The front page of a place: three doors, for those who need help, those who give it, and those who learn. */
export function WelcomePage() {
  const words = useWords();
  const { t } = words;
  const { name } = useLoaderData({ from: '/t/$tenant' });
  const { tenant } = useParams({ from: '/t/$tenant/' });
  const { data: session } = useQuery(sessionQuery);
  const roles = session?.memberships.find((each) => each.tenant === tenant)?.roles ?? [];
  return (
    <Page
      title={name}
      lead={t('welcome.lead')}
      actions={roles.length > 0 && <Door to="/t/$tenant/arbeit" variant="secondary" text={workOf(roles, words)} />}
    >
      <div className="doors">
        <Panel title={t('welcome.ask')}>
          <p className="kern-body">{t('welcome.ask.text')}</p>
          <Door to="/t/$tenant/hilfe" variant="primary" text={t('welcome.ask.action')} />
        </Panel>
        <Panel title={t('welcome.offer')}>
          <p className="kern-body">{t('welcome.offer.text')}</p>
          <Door to="/t/$tenant/mithelfen" variant="primary" text={t('welcome.offer.action')} />
        </Panel>
        <Panel title={t('welcome.courses')}>
          <p className="kern-body">{t('welcome.courses.text')}</p>
          <Door to="/t/$tenant/kurse" variant="secondary" text={t('welcome.courses.action')} />
        </Panel>
      </div>
    </Page>
  );
}

function workOf(roles: readonly Role[], { t }: Words): string {
  if (roles.some((role) => role !== 'volunteer' && role !== 'newcomer')) return t('welcome.office');
  return roles.includes('volunteer') ? t('nav.mine') : t('nav.my-requests');
}

type Target = '/t/$tenant/arbeit' | '/t/$tenant/hilfe' | '/t/$tenant/mithelfen' | '/t/$tenant/kurse';

function Door(props: { readonly to: Target; readonly variant: ButtonVariant; readonly text: string }) {
  const { tenant } = useParams({ from: '/t/$tenant/' });
  return (
    <Link to={props.to} params={{ tenant }} className={buttonClass(props.variant)}>
      <span className="kern-label">{props.text}</span>
    </Link>
  );
}
