import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { sessionQuery, signOut } from '../../api/session.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { Panel } from '../../ui/panel.js';

/** Ends the account, and with it the session. What is stored about the person stays. */
export function EndAccount({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const end = async () => {
    await answerOf<Written>(api.POST('/registration/{tenant}/me/account/end', { params: { path: { tenant } } }));
    if (session) await signOut(session);
  };
  return (
    <Panel title={t('own.end')}>
      <p className="kern-body">{t('own.end.text')}</p>
      <AskingButton label={t('own.end')} title={t('own.end.ask')} text={t('own.end.text')} run={end} />
    </Panel>
  );
}
