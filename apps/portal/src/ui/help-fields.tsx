import { useWords } from '../i18n/index.js';
import type { FieldErrors } from './form.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from './pickers.js';
import type { DayPart, TopicCode } from './vocabulary.js';

/** With what somebody helps: before they are known, and afterwards. */
export interface Help {
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
}

/** Languages, topics and times; to name no time means by arrangement. */
export function HelpFields(props: {
  readonly form: Help;
  readonly errors: FieldErrors<Help>;
  readonly change: (part: Partial<Help>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <>
      <LanguagePicker
        label={t('offer.languages')}
        values={form.languages}
        error={errors.languages}
        onChange={(languages) => change({ languages })}
      />
      <TopicPicker
        label={t('offer.topics')}
        required={false}
        values={form.topics}
        onChange={(topics) => change({ topics })}
      />
      <DayPartPicker
        label={t('offer.availability')}
        hint={t('offer.availability.hint')}
        values={form.availability}
        onChange={(availability) => change({ availability })}
      />
    </>
  );
}
