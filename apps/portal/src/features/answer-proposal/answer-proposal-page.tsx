import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import type { LinkedProposal } from '../../api/own-rows.js';
import { Problem } from '../../api/problem.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AnswerButtons, type ProposalAnswer } from '../../ui/answer-buttons.js';
import { Notice, type Tone } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loading } from '../../ui/states.js';
import { AskedFacts } from '../../ui/what-is-asked.js';

const linkedQuery = (tenant: string, link: string) =>
  queryOptions({
    queryKey: ['linked-proposal', tenant, link],
    queryFn: ({ signal }) =>
      answerOf<LinkedProposal>(
        api.GET('/matching/{tenant}/linked-proposal', { params: { path: { tenant }, query: { link } }, signal }),
      ),
  });

/** Where the link in a mail leads. Opening it answers nothing: programs that check mails follow links. */
export function AnswerProposalPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/vorschlag' });
  const { link } = useSearch({ from: '/t/$tenant/vorschlag' });
  const { data, error, refetch } = useQuery(linkedQuery(tenant, link));
  return (
    <Page title={t('answer.title')} lead={t('answer.lead')}>
      {data && <Answer tenant={tenant} link={link} proposal={data} />}
      {!data && error && <WhyNot error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
    </Page>
  );
}

function Answer(props: { readonly tenant: string; readonly link: string; readonly proposal: LinkedProposal }) {
  const { t, moment } = useWords();
  const { tenant, link, proposal } = props;
  const answer = useAction((step: ProposalAnswer) => take(tenant, link, step));
  // What one has just said counts at once, though the list that is read may follow a moment later.
  const status = answer.isSuccess ? said[answer.variables] : proposal.status;
  return (
    <Panel title={t('request.what')}>
      <AskedFacts about={proposal.about} />
      <div role="status">{status !== 'open' && <Outcome status={status} />}</div>
      {answer.error && <WhyNot error={answer.error} />}
      {status === 'open' && (
        <>
          <AnswerButtons answer={answer} />
          <p className="kern-body kern-body--muted">{t('answer.until', { moment: moment(proposal.validUntil) })}</p>
        </>
      )}
    </Panel>
  );
}

const said = { accept: 'accepted', decline: 'declined' } as const;

type Decided = Exclude<LinkedProposal['status'], 'open'>;
const tones: Readonly<Record<Decided, Tone>> = {
  accepted: 'success',
  confirmed: 'success',
  declined: 'info',
  expired: 'info',
};

function Outcome({ status }: { readonly status: Decided }) {
  const { t } = useWords();
  return (
    <Notice tone={tones[status]} title={t(`own.${status}`)}>
      <p className="kern-body">{t(`own.${status}.text`)}</p>
    </Notice>
  );
}

function WhyNot({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const { t } = useWords();
  const status = error instanceof Problem ? error.status : undefined;
  if (status === 410) return <Ended title={t('answer.ended')} text={t('answer.ended.text')} />;
  if (status === 404 || status === 400) return <Ended title={t('answer.wrong')} text={t('answer.wrong.text')} />;
  return <Failure error={error} {...(onRetry ? { onRetry } : {})} />;
}

function Ended({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Notice tone="warning" title={title} announce="polite">
      <p className="kern-body">{text}</p>
    </Notice>
  );
}

function take(tenant: string, link: string, step: ProposalAnswer): Promise<Written> {
  const options = { params: { path: { tenant } }, body: { link } };
  return step === 'accept'
    ? answerOf(api.POST('/matching/{tenant}/linked-proposal/accept', options))
    : answerOf(api.POST('/matching/{tenant}/linked-proposal/decline', options));
}
