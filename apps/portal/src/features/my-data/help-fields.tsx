import { useWords } from '../../i18n/index.js';
import { TextField } from '../../ui/fields.js';
import type { FieldErrors } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import type { DayPart, TopicCode } from '../../ui/vocabulary.js';

/** How a volunteer helps. */
export interface Help {
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
  readonly capacity: string;
  readonly maxDistanceKm: string;
}

export function HelpFields(props: {
  readonly form: Help;
  readonly errors: FieldErrors<Help>;
  readonly change: (part: Partial<Help>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <Panel title={t('own.data.help')}>
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
      <div className="columns">
        <TextField
          label={t('volunteer.capacity')}
          type="number"
          min={0}
          value={form.capacity}
          error={errors.capacity}
          onChange={(capacity) => change({ capacity })}
        />
        <TextField
          label={t('own.data.distance')}
          type="number"
          required={false}
          min={0}
          value={form.maxDistanceKm}
          error={errors.maxDistanceKm}
          onChange={(maxDistanceKm) => change({ maxDistanceKm })}
        />
      </div>
    </Panel>
  );
}
