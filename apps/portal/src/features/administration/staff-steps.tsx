import type { StaffRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { Button } from '../../ui/button.js';
import { nameOf } from '../../ui/person.js';
import { Failure } from '../../ui/states.js';
import { ChangeRoles } from './change-roles.js';
import { ResetSecondFactor } from './reset-second-factor.js';

/** What can be done about somebody who works here, or is invited to. */
export function StaffSteps({ tenant, row }: { readonly tenant: string; readonly row: StaffRow }) {
  const words = useWords();
  const { t } = words;
  const name = nameOf(row, words);
  const options = { params: { path: { tenant, id: row.id } }, headers: seen(row.revision) };
  const again = useAction(() => answerOf<Written>(api.POST('/registration/{tenant}/staff/{id}/invite-again', options)));
  if (row.status === 'ended') return t('common.none');
  return (
    <span className="stack stack--tight">
      {again.error && <Failure error={again.error} />}
      {row.status === 'invited' && (
        <Button
          icon="mail"
          aria-label={`${t('staff.invite-again')}: ${name}`}
          busy={again.isPending}
          onClick={() => again.mutate(undefined)}
        >
          {t('staff.invite-again')}
        </Button>
      )}
      <ChangeRoles tenant={tenant} row={row} />
      {row.status === 'active' && <ResetSecondFactor tenant={tenant} row={row} />}
      <AskingButton
        label={t('staff.dismiss')}
        about={name}
        title={t('staff.dismiss.ask', { name })}
        text={t(row.status === 'invited' ? 'staff.dismiss.invited' : 'staff.dismiss.active')}
        run={() => answerOf<Written>(api.POST('/registration/{tenant}/staff/{id}/dismiss', options))}
      />
    </span>
  );
}
