import { answerOf, api } from '../../api/client.js';
import type { OwnHousehold } from '../../api/household.js';
import type { Written } from '../../api/rows.js';
import { seen } from '../../api/use-action.js';
import { useWords, type Words } from '../../i18n/index.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { languagesIn } from '../../ui/code-words.js';
import { checkContact, ContactFields, type Contact } from '../../ui/contact-fields.js';
import { TextField } from '../../ui/fields.js';
import { filled } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { LanguagePicker } from '../../ui/pickers.js';
import { checkHousehold } from '../../ui/wish-fields.js';
import { RecordForm, useRecordForm } from './record-form.js';
import { clearedIn, contactOf, isOfContact, reachBody, tellContact } from './stored-contact.js';

interface Household extends Contact {
  readonly languages: readonly string[];
  readonly householdSize: string;
}

/** What a household has told of itself, to put right what is wrong (Art. 16 DSGVO), its names included. */
export function HouseholdData({ tenant, household }: { readonly tenant: string; readonly household: OwnHousehold }) {
  const words = useWords();
  const { t } = words;
  const { languages, householdSize, revision } = household;
  const record = useRecordForm<Household>({
    name: `household-data.${tenant}`,
    stored: { ...contactOf(household), languages, householdSize: String(householdSize) },
    check: (form) =>
      errorsOf({
        ...checkContact(form, words),
        languages: checkChoice(form.languages, words),
        householdSize: checkHousehold(form.householdSize, words),
      }),
    save: (change) => save(tenant, change, revision),
  });
  const { form, errors, change } = record;
  return (
    <RecordForm record={record} tell={(field, values) => told(field, values, words)}>
      <Panel title={t('household.data.contact')}>
        <ContactFields {...record} />
      </Panel>
      <Panel title={t('household.data')}>
        <LanguagePicker
          label={t('ask.languages')}
          values={form.languages}
          error={errors.languages}
          onChange={(values) => change({ languages: values })}
        />
        <div className="columns">
          <TextField
            label={t('ask.household')}
            type="number"
            min={1}
            max={30}
            value={form.householdSize}
            error={errors.householdSize}
            onChange={(size) => change({ householdSize: size })}
          />
        </div>
      </Panel>
    </RecordForm>
  );
}

function told(field: keyof Household, values: Household, words: Words): readonly [string, string] {
  if (isOfContact(field)) return tellContact(field, values, words);
  return field === 'languages'
    ? [words.t('ask.languages'), languagesIn(words, values.languages)]
    : [words.t('ask.household'), values.householdSize];
}

const clearable = ['email', 'phone', 'preferredLanguage', 'postalCode', 'town'] as const;

function save(tenant: string, change: Partial<Household>, revision: number): Promise<Written> {
  const { givenName, familyName, languages, householdSize } = change;
  return answerOf(
    api.PATCH('/registration/{tenant}/me/household', {
      params: { path: { tenant } },
      headers: seen(revision),
      body: {
        ...filled({ givenName, familyName }),
        ...reachBody(change),
        ...clearedIn(change, clearable),
        ...(languages && { languages: [...languages] }),
        ...(householdSize && { householdSize: Number(householdSize) }),
      },
    }),
  );
}
