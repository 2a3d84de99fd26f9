import { Link } from '@tanstack/react-router';
import type { Candidate, RequestExplanation, RequestRow, WhyNot } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { buttonClass } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { PersonName } from '../../ui/person.js';
import { CurrentProposal } from './current-proposal.js';
import { LeftOut } from './left-out.js';
import { Reasons } from './reasons.js';

/** Who fits, the best first, with what speaks for and against each; or what is missing. */
export function Candidates(props: {
  readonly tenant: string;
  readonly row: RequestRow;
  readonly explained: RequestExplanation;
}) {
  const { t } = useWords();
  const { tenant, row } = props;
  const { draft, leftOut } = props.explained;
  const proposed = row.status === 'open' ? row.proposal : undefined;
  return (
    <Panel title={t('board.candidates')}>
      {row.placementId && (
        <Notice tone="success" title={t('board.confirmed')}>
          <Link
            to="/t/$tenant/buero/begleitungen/$id"
            params={{ tenant, id: row.placementId }}
            className={buttonClass('secondary')}
          >
            <span className="kern-label">{t('board.to-placement')}</span>
          </Link>
        </Notice>
      )}
      {proposed && <CurrentProposal key={proposed.id} tenant={tenant} proposal={proposed} revision={row.revision} />}
      {!proposed && row.status === 'open' && draft?.kind === 'matched' && (
        <p className="kern-body kern-body--muted">{t('board.no-proposal')}</p>
      )}
      {draft?.kind === 'matched' && (
        <ol className="candidates">
          {draft.volunteerId !== proposed?.volunteerId && (
            <CandidateCard tenant={tenant} label={t('board.draft')} candidate={draft} />
          )}
          {draft.alternatives.map((each) => (
            <CandidateCard
              key={each.volunteerId}
              tenant={tenant}
              label={t('board.alternative')}
              candidate={each}
              shortfall={each.shortfall}
            />
          ))}
        </ol>
      )}
      {draft?.kind === 'unmatched' && <Nobody tenant={tenant} why={draft.whyNot} />}
      {draft && leftOut.length > 0 && <LeftOut tenant={tenant} leftOut={leftOut} />}
    </Panel>
  );
}

function CandidateCard(props: {
  readonly tenant: string;
  readonly label: string;
  readonly candidate: Candidate;
  readonly shortfall?: number | null;
}) {
  const { t } = useWords();
  const { candidate, shortfall } = props;
  return (
    <li className="candidate">
      <div className="candidate__head">
        <span>
          <small className="candidate__label">{props.label}</small>
          <PersonName tenant={props.tenant} id={candidate.volunteerId} />
        </span>
        <span className="candidate__score">{t('board.score', { score: candidate.score })}</span>
      </div>
      <Reasons reasons={candidate.reasons} />
      {typeof shortfall === 'number' && shortfall > 0 && (
        <p className="kern-body kern-body--muted">{t('board.shortfall', { points: shortfall })}</p>
      )}
    </li>
  );
}

function Nobody({ tenant, why }: { readonly tenant: string; readonly why: WhyNot }) {
  const { t } = useWords();
  return (
    <Notice tone="warning" title={t('board.nobody')}>
      <p className="kern-body">
        {why.code === 'too-few-places'
          ? t('board.why.too-few-places', { requests: why.requests, places: why.places })
          : t(`board.why.${why.code}`)}
      </p>
      {why.code === 'too-few-places' && (
        <>
          <p className="kern-body">{t('board.sharing')}</p>
          <ul className="plain-list">
            {why.volunteerIds.map((id) => (
              <li key={id}>
                <PersonName tenant={tenant} id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="kern-body">{t('board.why.advice')}</p>
    </Notice>
  );
}
