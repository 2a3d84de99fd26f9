import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { ProposalRow, RequestRow, Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { PersonName } from '../../ui/person.js';
import { Failure, Loaded } from '../../ui/states.js';
import { Reasons } from './reasons.js';

type Decision = 'accept' | 'decline' | 'confirm';

const proposalQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['proposal', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<ProposalRow>(api.GET('/matching/{tenant}/proposals/{id}', { params: { path: { tenant, id } }, signal })),
  });

/** Who is proposed now, and what one can decide. The decision counts only if nothing has changed since it was shown. */
export function CurrentProposal(props: {
  readonly tenant: string;
  readonly proposal: NonNullable<RequestRow['proposal']>;
  readonly revision: number;
}) {
  const { t } = useWords();
  const { tenant, proposal, revision } = props;
  const query = useQuery(proposalQuery(tenant, proposal.id));
  const action = useAction((decision: Decision) => decide({ tenant, id: proposal.id, decision, revision }));
  return (
    <div className="candidate candidate--current">
      <div className="candidate__head">
        <span>
          <small className="candidate__label">{t('board.proposed')}</small>
          <PersonName tenant={tenant} id={proposal.volunteerId} />
        </span>
        <Badge tone={proposal.status === 'accepted' ? 'success' : 'info'}>{t(`board.status.${proposal.status}`)}</Badge>
      </div>
      <Loaded query={query}>
        {({ score, reasons }) => (
          <>
            <span className="candidate__score">{t('board.score', { score })}</span>
            <Reasons reasons={reasons} />
          </>
        )}
      </Loaded>
      {action.error && <Failure error={action.error} />}
      <div className="actions">
        {proposal.status === 'open' && (
          <Button variant="primary" busy={action.isPending} onClick={() => action.mutate('accept')}>
            {t('board.accept')}
          </Button>
        )}
        {proposal.status === 'accepted' && (
          <Button variant="primary" busy={action.isPending} onClick={() => action.mutate('confirm')}>
            {t('board.confirm')}
          </Button>
        )}
        <Button busy={action.isPending} onClick={() => action.mutate('decline')}>
          {t('board.decline')}
        </Button>
      </div>
    </div>
  );
}

function decide(wish: {
  readonly tenant: string;
  readonly id: string;
  readonly decision: Decision;
  readonly revision: number;
}): Promise<Written> {
  const options = {
    params: { path: { tenant: wish.tenant, id: wish.id } },
    headers: seen(wish.revision),
    body: {},
  };
  switch (wish.decision) {
    case 'accept':
      return answerOf(api.POST('/matching/{tenant}/proposals/{id}/accept', options));
    case 'decline':
      return answerOf(api.POST('/matching/{tenant}/proposals/{id}/decline', options));
    case 'confirm':
      return answerOf(api.POST('/matching/{tenant}/proposals/{id}/confirm', options));
  }
}
