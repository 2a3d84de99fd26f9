import { useWords, type Words } from '../i18n/index.js';
import { checkChoice } from './check.js';
import { TextArea, TextField } from './fields.js';
import type { FieldErrors } from './form.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from './pickers.js';
import type { DayPart, TopicCode } from './vocabulary.js';

/** What a household says when it asks for help. */
export interface Wish {
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
  readonly householdSize: string;
  readonly note: string;
}

export const emptyWish: Wish = { languages: [], topics: [], availability: [], householdSize: '1', note: '' };

/** What is wrong with it: a language, a topic and how many people are needed. */
export function checkWish(wish: Wish, words: Words) {
  return {
    languages: checkChoice(wish.languages, words),
    topics: checkChoice(wish.topics, words),
    householdSize: checkHousehold(wish.householdSize, words),
  };
}

/** Between one and thirty people. */
export function checkHousehold(size: string, { t }: Words): string | undefined {
  return /^([1-9]|[12]\d|30)$/.test(size) ? undefined : t('form.bad-value');
}

/** The part of a request's body that these fields are; an empty note is none. */
export function wishBody({ languages, topics, availability, householdSize, note }: Wish) {
  return {
    languages: [...languages],
    topics: [...topics],
    availability: [...availability],
    householdSize: Number(householdSize),
    ...(note === '' ? {} : { note }),
  };
}

/** What a household asks for. */
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
