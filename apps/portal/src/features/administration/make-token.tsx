import { useState } from 'react';
import { staffRoles, tokenServices, type StaffRole, type TokenService } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { CheckboxGroup, RadioGroup, SelectField } from '../../ui/choices.js';
import { today } from '../../ui/code-words.js';
import { DayField } from '../../ui/day-field.js';
import { filled } from '../../ui/form.js';

interface Wish {
  readonly role: StaffRole;
  readonly may: 'read' | 'write';
  readonly services: readonly TokenService[];
  readonly validUntil: string;
}

const least: Wish = { role: 'analyst', may: 'read', services: [], validUntil: '' };
const longestDays = 366;

/** Lets a program in. `onMade` gets the token, which nobody is shown again. */
export function MakeToken(props: { readonly tenant: string; readonly onMade: (token: string | null) => void }) {
  const { t } = useWords();
  const { tenant, onMade } = props;
  const [wish, setWish] = useState(least);
  const [error, setError] = useState<string>();
  const { role, may, services, validUntil } = wish;
  const check = () => {
    const past = validUntil !== '' && validUntil < today() ? t('holds.until.past') : undefined;
    const found = validUntil > longest() ? t('tokens.until.far') : past;
    setError(found);
    return found === undefined;
  };
  const make = async () => {
    // Without an Idempotency-Key: a repetition would not be told the token.
    const { token } = await answerOf(
      api.POST('/registration/{tenant}/tokens', {
        params: { path: { tenant } },
        body: {
          role,
          readOnly: may === 'read',
          ...(services.length > 0 ? { services: [...services] } : {}),
          ...filled({ validUntil }),
        },
      }),
    );
    onMade(token);
  };
  return (
    <AskingButton
      label={t('tokens.make')}
      icon="add"
      title={t('tokens.make.ask')}
      text={t('tokens.make.text')}
      check={check}
      run={make}
      onClose={() => {
        setWish(least);
        setError(undefined);
      }}
    >
      <WishFields wish={wish} error={error} onChange={setWish} />
    </AskingButton>
  );
}

function WishFields(props: {
  readonly wish: Wish;
  readonly error: string | undefined;
  readonly onChange: (wish: Wish) => void;
}) {
  const { t } = useWords();
  const { role, may, services, validUntil } = props.wish;
  const change = (part: Partial<Wish>) => props.onChange({ ...props.wish, ...part });
  return (
    <>
      <SelectField
        label={t('tokens.role')}
        value={role}
        options={staffRoles.map((each) => [each, t(`role.${each}`)])}
        onChange={(chosen) => chosen !== '' && change({ role: chosen })}
      />
      <RadioGroup
        label={t('tokens.may')}
        value={may}
        options={[
          ['read', t('tokens.may.read')],
          ['write', t('tokens.may.write')],
        ]}
        onChange={(chosen) => change({ may: chosen })}
      />
      <CheckboxGroup
        label={t('tokens.services')}
        hint={t('tokens.services.hint')}
        required={false}
        values={services}
        options={tokenServices.map((each) => [each, t(`tokens.service.${each}`)])}
        onChange={(chosen) => change({ services: chosen })}
      />
      <DayField
        label={t('holds.last-day')}
        hint={t('tokens.until.hint')}
        required={false}
        max={longest()}
        value={validUntil}
        error={props.error}
        onChange={(day) => change({ validUntil: day })}
      />
    </>
  );
}

/** The last day that a token may have. */
function longest(): string {
  return today(new Date(Date.now() + longestDays * 86_400_000));
}
