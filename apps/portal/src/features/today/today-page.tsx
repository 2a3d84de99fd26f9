import { useParams } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import {
  FailedMessages,
  FreeSeats,
  NewInterests,
  OpenProposals,
  SilentPlacements,
  WaitingRequests,
} from './waiting.js';

/** The morning: what waits for a decision, the most urgent first. */
export function TodayPage() {
  const { t, weekday } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/' });
  const now = new Date().toISOString().slice(0, 10);
  return (
    <Page wide title={t('today.title')} lead={`${weekday(now)}. ${t('today.lead')}`}>
      <div className="board-grid">
        <WaitingRequests tenant={tenant} />
        <OpenProposals tenant={tenant} />
        <NewInterests tenant={tenant} />
        <SilentPlacements tenant={tenant} />
        <FreeSeats tenant={tenant} />
        <FailedMessages tenant={tenant} />
      </div>
    </Page>
  );
}
