import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { VolunteerRow, VolunteerStatus, Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { useSayDone } from '../../ui/announcer.js';
import { Button } from '../../ui/button.js';
import { nameOf } from '../../ui/person.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { TimelineEntries, timelineQuery } from './timeline-entries.js';

type Step = 'accept' | 'decline' | 'pause' | 'resume' | 'leave';

/** What may be done in each state. */
const stepsIn: Readonly<Record<VolunteerStatus, readonly Step[]>> = {
  interested: ['accept', 'decline'],
  active: ['pause', 'leave'],
  paused: ['resume', 'leave'],
  declined: ['accept'],
  left: ['accept'],
};

export function VolunteerSteps({ tenant, row }: { readonly tenant: string; readonly row: VolunteerRow }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<{ readonly step: Step; readonly revision: number }>();
  return (
    <>
      {stepsIn[row.status].map((step) => (
        <Button
          key={step}
          variant={step === 'accept' || step === 'resume' ? 'primary' : 'secondary'}
          onClick={() => setAsked({ step, revision: row.revision })}
        >
          {t(`volunteer.action.${step}`)}
        </Button>
      ))}
      {asked && <Ask key={asked.step} tenant={tenant} row={row} {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Ask(props: {
  readonly tenant: string;
  readonly row: VolunteerRow;
  readonly step: Step;
  /** As it was when the dialog opened: what one decided upon. */
  readonly revision: number;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { tenant, row, step, onClose } = props;
  // After a conflict the person has seen what the other one did, and may decide upon that.
  const [revision, setRevision] = useState(props.revision);
  const sayDone = useSayDone();
  const done = () => {
    onClose();
    sayDone(t(`volunteer.action.${step}`));
  };
  const action = useAction((on: string) => take({ tenant, id: row.id, step, on, revision }), { onDone: done });
  const stale = action.error instanceof Problem && action.error.status === 412;
  return (
    <StepDialog
      title={t(`volunteer.confirm.${step}`, { name: nameOf(row, words) })}
      text={t('volunteer.confirm.text')}
      action={t(`volunteer.action.${step}`)}
      busy={action.isPending}
      error={action.error}
      onClose={onClose}
      onDo={(on) => {
        if (stale) setRevision(row.revision);
        action.mutate(on);
      }}
      meanwhile={stale && <Meanwhile tenant={tenant} id={row.id} since={props.revision} />}
    />
  );
}

function Meanwhile({ tenant, id, since }: { readonly tenant: string; readonly id: string; readonly since: number }) {
  const { t } = useWords();
  const { data } = useQuery(timelineQuery(tenant, id));
  const newer = data?.items.filter(({ revision }) => revision > since) ?? [];
  if (newer.length === 0) return null;
  return (
    <>
      <p className="kern-body">{t('volunteer.changed-meanwhile')}</p>
      <TimelineEntries entries={newer} />
    </>
  );
}

function take(wish: {
  readonly tenant: string;
  readonly id: string;
  readonly step: Step;
  readonly on: string;
  readonly revision: number;
}): Promise<Written> {
  const options = {
    params: { path: { tenant: wish.tenant, id: wish.id } },
    headers: seen(wish.revision),
    body: { on: wish.on },
  };
  switch (wish.step) {
    case 'accept':
      return answerOf(api.POST('/registration/{tenant}/volunteers/{id}/accept', options));
    case 'decline':
      return answerOf(api.POST('/registration/{tenant}/volunteers/{id}/decline', options));
    case 'pause':
      return answerOf(api.POST('/registration/{tenant}/volunteers/{id}/pause', options));
    case 'resume':
      return answerOf(api.POST('/registration/{tenant}/volunteers/{id}/resume', options));
    case 'leave':
      return answerOf(api.POST('/registration/{tenant}/volunteers/{id}/leave', options));
  }
}
