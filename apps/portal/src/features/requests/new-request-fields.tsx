import { useWords } from '../../i18n/index.js';
import { SelectField } from '../../ui/choices.js';
import { TextArea, TextField } from '../../ui/fields.js';
import type { FieldErrors } from '../../ui/form.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import { askers, kinds, urgencies, type NewRequest } from './new-request.js';

/** What an office must know of somebody who asks: for whom, what for, in which languages and when. */
export function NewRequestFields(props: {
  readonly form: NewRequest;
  readonly errors: FieldErrors<NewRequest>;
  readonly change: (part: Partial<NewRequest>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <>
      <TopicPicker
        label={t('common.topics')}
        values={form.topics}
        error={errors.topics}
        onChange={(topics) => change({ topics })}
      />
      <LanguagePicker
        label={t('common.languages')}
        values={form.languages}
        error={errors.languages}
        onChange={(languages) => change({ languages })}
      />
      <DayPartPicker
        label={t('common.availability')}
        values={form.availability}
        onChange={(availability) => change({ availability })}
      />
      <div className="columns">
        <TextField
          label={t('person.postal-code')}
          required={false}
          inputMode="numeric"
          value={form.postalCode}
          error={errors.postalCode}
          onChange={(postalCode) => change({ postalCode })}
        />
        <TextField label={t('common.town')} required={false} value={form.town} onChange={(town) => change({ town })} />
        <SelectField
          label={t('request.urgency')}
          value={form.urgency}
          options={urgencies.map((each) => [each, t(`request.urgency.${each}`)])}
          onChange={(urgency) => change({ urgency })}
        />
        <SelectField
          label={t('request.kind')}
          value={form.kind}
          options={kinds.map((each) => [each, t(`request.kind.${each}`)])}
          onChange={(kind) => change({ kind })}
        />
        <SelectField
          label={t('request.asked-by')}
          value={form.askedBy}
          options={askers.map((each) => [each, t(`request.asked-by.${each}`)])}
          onChange={(askedBy) => change({ askedBy })}
        />
        <TextField
          label={t('request.code')}
          hint={t('request.code.hint')}
          required={false}
          maxLength={30}
          value={form.code}
          onChange={(code) => change({ code })}
        />
      </div>
      <TextArea
        label={t('common.note')}
        required={false}
        maxLength={4000}
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}
