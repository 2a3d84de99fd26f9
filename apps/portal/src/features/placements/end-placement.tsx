import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { endReasons, type EndReason, type PlacementRow, type Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { useSayDone } from '../../ui/announcer.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choices.js';
import { StepDialog } from '../../ui/step-dialog.js';

/** Ends a placement with its reason; the volunteer's place is free at once. */
export function EndPlacement({ tenant, row }: { readonly tenant: string; readonly row: PlacementRow }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const sayDone = useSayDone();
  const [reason, setReason] = useState<EndReason>('done');
  const ending = useAction(
    (on: string) =>
      answerOf<Written>(
        api.POST('/matching/{tenant}/placements/{id}/end', {
          params: { path: { tenant, id: row.id } },
          headers: seen(row.revision),
          body: { on, reason },
        }),
      ),
    {
      onDone: () => {
        setAsked(false);
        sayDone(t('placement.end'));
      },
    },
  );
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('placement.end')}</Button>
      {asked && (
        <StepDialog
          title={t('placement.end')}
          text={t('placement.end.text')}
          action={t('placement.end')}
          busy={ending.isPending}
          error={ending.error}
          onDo={(on) => ending.mutate(on)}
          onClose={() => setAsked(false)}
        >
          <RadioGroup
            label={t('placement.reason')}
            value={reason}
            options={endReasons.map((each) => [each, t(`placement.reason.${each}`)])}
            onChange={setReason}
          />
        </StepDialog>
      )}
    </>
  );
}
