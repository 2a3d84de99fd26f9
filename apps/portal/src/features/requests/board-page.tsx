import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { RequestExplanation, RequestRow, Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { useSayDone } from '../../ui/announcer.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { waitingSince } from '../../ui/code-words.js';
import { Page } from '../../ui/page.js';
import { Rematch } from '../../ui/rematch.js';
import { Loaded } from '../../ui/states.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Candidates } from './candidates.js';
import { Need } from './need.js';
import { requestQuery } from './request-query.js';
import { WhereTheyAre } from './where-they-are.js';

const explanationQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['explanation', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<RequestExplanation>(
        api.GET('/matching/{tenant}/requests/{id}/explanation', { params: { path: { tenant, id } }, signal }),
      ),
  });

/** The matching board of one request: the need on one side, who fits and why on the other. */
export function BoardPage() {
  const { tenant, id } = useParams({ from: '/t/$tenant/buero/anfragen/$id' });
  const query = useQuery(requestQuery(tenant, id));
  return <Loaded query={query}>{(row) => <Board tenant={tenant} row={row} />}</Loaded>;
}

function Board({ tenant, row }: { readonly tenant: string; readonly row: RequestRow }) {
  const words = useWords();
  const { t, day } = words;
  const explanation = useQuery(explanationQuery(tenant, row.id));
  return (
    <Page
      wide
      title={row.code ? t('request.title', { code: row.code }) : t('request.title.plain')}
      lead={
        <>
          <Badge tone={row.status === 'open' ? 'warning' : 'info'}>{t(`request.status.${row.status}`)}</Badge>{' '}
          {row.status === 'open' ? waitingSince(words, row.receivedOn) : day(row.receivedOn)}
        </>
      }
      actions={
        <>
          {row.status === 'open' && <Withdraw tenant={tenant} row={row} />}
          {row.status === 'ended' && <Rematch tenant={tenant} requestId={row.id} />}
        </>
      }
    >
      <p>
        <Link to="/t/$tenant/buero/anfragen" params={{ tenant }} className="text-link">
          {t('action.back')}: {t('nav.requests')}
        </Link>
      </p>
      <div className="two-columns two-columns--board">
        <div className="stack">
          <Need tenant={tenant} row={row} />
          {row.status === 'open' && <WhereTheyAre tenant={tenant} id={row.id} />}
        </div>
        <Loaded query={explanation}>
          {(explained) => <Candidates tenant={tenant} row={row} explained={explained} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Withdraw({ tenant, row }: { readonly tenant: string; readonly row: RequestRow }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const sayDone = useSayDone();
  const action = useAction(
    (on: string) =>
      answerOf<Written>(
        api.POST('/matching/{tenant}/requests/{id}/withdraw', {
          params: { path: { tenant, id: row.id } },
          headers: seen(row.revision),
          body: { on },
        }),
      ),
    {
      onDone: () => {
        setAsked(false);
        sayDone(t('request.withdraw'));
      },
    },
  );
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('request.withdraw')}</Button>
      {asked && (
        <StepDialog
          title={t('request.withdraw')}
          text={t('request.withdraw.text')}
          action={t('request.withdraw')}
          busy={action.isPending}
          error={action.error}
          onDo={(on) => action.mutate(on)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
