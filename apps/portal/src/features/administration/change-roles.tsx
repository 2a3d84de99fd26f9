import { useState } from 'react';
import { staffRoles, staffRolesOf, type StaffRole, type StaffRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { checkChoice } from '../../ui/check.js';
import { CheckboxGroup } from '../../ui/choices.js';
import { nameOf } from '../../ui/person.js';

/** Gives somebody other roles; what they no longer hold opens nothing more within seconds. */
export function ChangeRoles({ tenant, row }: { readonly tenant: string; readonly row: StaffRow }) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<readonly StaffRole[]>();
  const [error, setError] = useState<string>();
  const roles = chosen ?? staffRolesOf(row);
  const check = () => {
    const found = checkChoice(roles, words);
    setError(found);
    return found === undefined;
  };
  const change = () =>
    answerOf<Written>(
      api.PUT('/registration/{tenant}/staff/{id}/roles', {
        params: { path: { tenant, id: row.id } },
        headers: seen(row.revision),
        body: { roles: [...roles] },
      }),
    );
  return (
    <AskingButton
      label={t('staff.change-roles')}
      about={nameOf(row, words)}
      icon="edit"
      title={t('staff.change-roles.ask', { name: nameOf(row, words) })}
      text={t('staff.change-roles.text')}
      check={check}
      run={change}
      onClose={() => {
        setChosen(undefined);
        setError(undefined);
      }}
    >
      <CheckboxGroup
        label={t('staff.roles')}
        values={roles}
        error={error}
        options={staffRoles.map((role) => [role, t(`role.${role}`)])}
        onChange={setChosen}
      />
    </AskingButton>
  );
}
