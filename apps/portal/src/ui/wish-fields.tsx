import { useWords } from '../../i18n/index.js';
import { TextArea, TextField } from '../../ui/fields.js';
import type { FieldErrors } from '../../ui/form.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import type { Wish } from './wish.js';

export function WishFields(props: {
  readonly form: Wish;
  readonly errors: FieldErrors<Wish>;
  readonly change: (part: Partial<Wish>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <>
      <TopicPicker
        label={t('ask.topics')}
        values={form.topics}
        error={errors.topics}
        onChange={(topics) => change({ topics })}
      />
      <LanguagePicker
        label={t('ask.languages')}
        values={form.languages}
        error={errors.languages}
        onChange={(languages) => change({ languages })}
      />
      <div className="columns">
        <TextField
          label={t('ask.household')}
          type="number"
          min={1}
          max={30}
          value={form.householdSize}
          error={errors.householdSize}
          onChange={(householdSize) => change({ householdSize })}
        />
      </div>
      <DayPartPicker
        label={t('ask.availability')}
        hint={t('offer.availability.hint')}
        values={form.availability}
        onChange={(availability) => change({ availability })}
      />
      <TextArea
        label={t('ask.note')}
        hint={t('ask.note.hint')}
        required={false}
        maxLength={4000}
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}
