import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords, type Words } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loaded } from '../../ui/states.js';

type OwnErasure = Answer<'/registration/{tenant}/me/erasure'>;

const ownErasureQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-erasure', tenant],
    queryFn: ({ signal }) =>
      answerOf<OwnErasure>(api.GET('/registration/{tenant}/me/erasure', { params: { path: { tenant } }, signal })),
  });

/** Being forgotten (Art. 17 DSGVO): asked for, taken back while nobody has ordered it, and why it has to wait. */
export function MyErasure({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('forget.title')}>
      <Loaded query={useQuery(ownErasureQuery(tenant))}>
        {(erasure) => <Progress tenant={tenant} erasure={erasure} />}
      </Loaded>
    </Panel>
  );
}

function Progress({ tenant, erasure }: { readonly tenant: string; readonly erasure: OwnErasure }) {
  const { t } = useWords();
  const mayAsk = !['requested', 'ordered', 'completed'].includes(erasure.status);
  return (
    <>
      <State erasure={erasure} />
      {erasure.status === 'withdrawn' && <Notice tone="success" title={t('forget.withdrawn')} announce="polite" />}
      {erasure.status === 'requested' && erasure.requestedBy === 'person' && <Withdraw tenant={tenant} />}
      {mayAsk && <Ask tenant={tenant} />}
    </>
  );
}

function State({ erasure }: { readonly erasure: OwnErasure }) {
  const words = useWords();
  const { t, day } = words;
  const state = stateIn(erasure, words);
  if (!state) return null;
  return (
    <Notice tone="warning" title={state.title} announce="polite">
      {state.text && <p className="kern-body">{state.text}</p>}
      {erasure.holds.map(({ reason, until }) => (
        <p key={`${reason} ${until}`} className="kern-body">
          {t('forget.held', { day: day(until), why: t(`forget.hold.${reason}`) })}
        </p>
      ))}
    </Notice>
  );
}

function Ask({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const ask = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/me/erasure', {
        params: { path: { tenant } },
        body: { ground: 'consent-withdrawn' },
      }),
    );
  return (
    <>
      <p className="kern-body">{t('forget.text')}</p>
      <AskingButton label={t('forget.ask')} title={t('forget.ask.title')} text={t('forget.ask.text')} run={ask} />
    </>
  );
}

function Withdraw({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const withdrawing = useAction(() =>
    answerOf<Written>(api.DELETE('/registration/{tenant}/me/erasure', { params: { path: { tenant } } })),
  );
  return (
    <>
      {withdrawing.error && <Failure error={withdrawing.error} />}
      <Button busy={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
        {t('forget.withdraw')}
      </Button>
    </>
  );
}

function stateIn(
  erasure: OwnErasure,
  { t, day }: Words,
): { readonly title: string; readonly text?: string } | undefined {
  const on = (value: string | null) => (value ? day(value) : '');
  const since = on(erasure.statusSince);
  switch (erasure.status) {
    case 'requested':
      return erasure.requestedBy === 'person'
        ? { title: t('forget.requested', { day: since }), text: t('forget.requested.text') }
        : { title: t('forget.by-others', { day: since }), text: t('forget.by-others.text') };
    case 'proposed':
      return { title: t('forget.proposed', { day: on(erasure.carryOutOn) }), text: t('forget.proposed.text') };
    case 'ordered':
    case 'completed':
      return { title: t('forget.ordered') };
    case 'none':
    case 'held':
    case 'withdrawn':
    case 'objected':
      return undefined;
  }
}
