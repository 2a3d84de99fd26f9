import { useQuery } from '@tanstack/react-query';
import type { StaffRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { sessionQuery } from '../../api/session.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { nameOf } from '../../ui/person.js';

/** For somebody who has lost the device and the recovery codes. Nobody is offered it for themselves. */
export function ResetSecondFactor({ tenant, row }: { readonly tenant: string; readonly row: StaffRow }) {
  const words = useWords();
  const { t } = words;
  const { data: session } = useQuery(sessionQuery);
  if (!session || session.memberships.some(({ membershipId }) => membershipId === row.id)) return null;
  const name = nameOf(row, words);
  const reset = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/staff/{id}/second-factor/reset', {
        params: { path: { tenant, id: row.id } },
        headers: seen(row.revision),
      }),
    );
  return (
    <AskingButton
      label={t('staff.reset-factor')}
      about={name}
      title={t('staff.reset-factor.ask', { name })}
      text={t('staff.reset-factor.text')}
      run={reset}
    />
  );
}
