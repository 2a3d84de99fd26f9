import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { OwnProposal } from '../../api/own-rows.js';
import type { Page, Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AnswerButtons, type ProposalAnswer } from '../../ui/answer-buttons.js';
import { Badge } from '../../ui/badge.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loaded } from '../../ui/states.js';
import { AskedFacts } from '../../ui/what-is-asked.js';

const ownProposalsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-proposals', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<OwnProposal>>(api.GET('/matching/{tenant}/me/proposals', { params: { path: { tenant } }, signal })),
  });

/** Proposals that wait for an answer, and those the office has yet to confirm. */
export function MyProposals({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('own.proposals')}>
      <Loaded query={useQuery(ownProposalsQuery(tenant))}>
        {({ items }) => {
          const waiting = items.filter(({ status }) => status === 'open' || status === 'accepted');
          if (waiting.length === 0) return <p className="kern-body kern-body--muted">{t('own.proposals.none')}</p>;
          return (
            <ul className="cards">
              {waiting.map((each) => (
                <li key={each.id} className="card">
                  <Proposal tenant={tenant} row={each} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Proposal({ tenant, row }: { readonly tenant: string; readonly row: OwnProposal }) {
  const { t } = useWords();
  const answer = useAction((step: ProposalAnswer) => take(tenant, row.id, step));
  return (
    <>
      <AskedFacts about={row.about} />
      {answer.error && <Failure error={answer.error} />}
      {row.status === 'accepted' ? (
        <Badge tone="success">{t('own.waits-for-office')}</Badge>
      ) : (
        <AnswerButtons answer={answer} />
      )}
    </>
  );
}

function take(tenant: string, id: string, step: ProposalAnswer): Promise<Written> {
  const options = { params: { path: { tenant, id } } };
  return step === 'accept'
    ? answerOf(api.POST('/matching/{tenant}/me/proposals/{id}/accept', options))
    : answerOf(api.POST('/matching/{tenant}/me/proposals/{id}/decline', options));
}
