import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { sessionQuery, signOut } from '../../api/session.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';

/** Ends the account, and with it the session. What is stored about the person stays. */
export function EndAccount({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const [asked, setAsked] = useState(false);
  const ending = useAction(async () => {
    await answerOf<Written>(api.POST('/registration/{tenant}/me/account/end', { params: { path: { tenant } } }));
    if (session) await signOut(session);
  });
  return (
    <Panel title={t('own.end')}>
      <p className="kern-body">{t('own.end.text')}</p>
      <Button onClick={() => setAsked(true)}>{t('own.end')}</Button>
      {asked && (
        <Dialog
          title={t('own.end.ask')}
          onClose={() => setAsked(false)}
          footer={
            <>
              <Button variant="tertiary" onClick={() => setAsked(false)}>
                {t('action.cancel')}
              </Button>
              <Button variant="primary" busy={ending.isPending} onClick={() => ending.mutate(undefined)}>
                {t('own.end')}
              </Button>
            </>
          }
        >
          {ending.error && <Failure error={ending.error} />}
          <p className="kern-body">{t('own.end.text')}</p>
        </Dialog>
      )}
    </Panel>
  );
}
