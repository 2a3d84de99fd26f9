import { volunteerStatuses, type VolunteerStatus } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { SelectField } from '../../ui/choices.js';
import { TextField } from '../../ui/fields.js';
import { dayParts, languageCodes, topicCodes, type DayPart, type TopicCode } from '../../ui/vocabulary.js';

export interface VolunteerFilter {
  readonly q?: string;
  readonly status?: VolunteerStatus;
  readonly language?: string;
  readonly topic?: TopicCode;
  readonly availability?: DayPart;
}

/** What the address bar holds of the filter, so that a list can be shared and come back to. */
export function filterFrom(search: Readonly<Record<string, unknown>>): VolunteerFilter {
  const oneOf = <Value extends string>(values: readonly Value[], name: string) => {
    const found = values.find((value) => value === search[name]);
    return found === undefined ? {} : { [name]: found };
  };
  return {
    ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {}),
    ...oneOf(volunteerStatuses, 'status'),
    ...oneOf<string>(languageCodes, 'language'),
    ...oneOf(topicCodes, 'topic'),
    ...oneOf(dayParts, 'availability'),
  };
}

export function VolunteerFilters(props: {
  readonly filter: VolunteerFilter;
  readonly onChange: (filter: VolunteerFilter) => void;
}) {
  const { t, language, locale } = useWords();
  const { filter } = props;
  const set = (part: Readonly<Record<string, string>>) => props.onChange(filterFrom({ ...filter, ...part }));
  const languages = languageCodes.map((code) => [code, language(code)] as const);
  const parts = dayParts.map((part) => {
    const [day, time] = part.split('-') as ['mon', 'morning'];
    return [part, `${t(`weekday.${day}`)} ${t(`part.${time}`)}`] as const;
  });
  return (
    <search className="filters">
      <TextField
        label={t('volunteers.search')}
        type="search"
        value={filter.q ?? ''}
        onChange={(q) => set({ q })}
        autoComplete="off"
      />
      <SelectField
        label={t('common.status')}
        empty={t('form.any')}
        value={filter.status ?? ''}
        options={volunteerStatuses.map((status) => [status, t(`volunteer.status.${status}`)])}
        onChange={(status) => set({ status })}
      />
      <SelectField
        label={t('volunteers.language')}
        empty={t('form.any')}
        value={filter.language ?? ''}
        options={languages.sort(([, a], [, b]) => a.localeCompare(b, locale))}
        onChange={(code) => set({ language: code })}
      />
      <SelectField
        label={t('volunteers.topic')}
        empty={t('form.any')}
        value={filter.topic ?? ''}
        options={topicCodes.map((code) => [code, t(`topic.${code}`)])}
        onChange={(topic) => set({ topic })}
      />
      <SelectField
        label={t('volunteers.part')}
        empty={t('form.any')}
        value={filter.availability ?? ''}
        options={parts}
        onChange={(availability) => set({ availability })}
      />
    </search>
  );
}
