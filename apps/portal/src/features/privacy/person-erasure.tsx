import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { erasureGrounds, type ErasureGround, type ErasureRow, type SubjectKind } from '../../api/privacy.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { RadioGroup } from '../../ui/choices.js';
import { Panel } from '../../ui/panel.js';
import { ErasureBadge } from './erasure-badge.js';
import { ErasureSteps } from './erasure-steps.js';

interface Subject {
  readonly tenant: string;
  readonly id: string;
  readonly kind: SubjectKind | undefined;
}

/** Whether somebody is to be forgotten, and what can be done about it. */
export function PersonErasure({ row, ...subject }: Subject & { readonly row: ErasureRow | null }) {
  const { t, day } = useWords();
  const asked = row !== null && !['held', 'withdrawn', 'objected'].includes(row.status);
  return (
    <Panel title={t('erasures.title')}>
      {row && (
        <p>
          <ErasureBadge status={row.status} /> {day(row.carryOutOn ?? row.statusSince)}
        </p>
      )}
      {asked ? <ErasureSteps tenant={subject.tenant} row={row} /> : <RequestErasure {...subject} />}
    </Panel>
  );
}

function RequestErasure({ tenant, id: subjectId, kind }: Subject) {
  const { t } = useWords();
  const [ground, setGround] = useState<ErasureGround>('consent-withdrawn');
  const [requestedBy, setRequestedBy] = useState<'person' | 'representative' | 'office'>('person');
  if (!kind) return null;
  const request = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/erasures', {
        params: { path: { tenant } },
        body: { subjectId, kind, ground, requestedBy },
      }),
    );
  return (
    <AskingButton
      label={t('erasures.request')}
      title={t('erasures.request.ask')}
      text={t('erasures.request.text')}
      run={request}
    >
      <RadioGroup
        label={t('erasures.requested-by')}
        value={requestedBy}
        options={(['person', 'representative', 'office'] as const).map((each) => [
          each,
          t(`erasures.requested-by.${each}`),
        ])}
        onChange={setRequestedBy}
      />
      <RadioGroup
        label={t('privacy.ground')}
        value={ground}
        options={erasureGrounds.map((each) => [each, t(`erasures.ground.${each}`)])}
        onChange={setGround}
      />
    </AskingButton>
  );
}
