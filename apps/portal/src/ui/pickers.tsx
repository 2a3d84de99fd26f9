import { useId } from 'react';
import { useWords } from '../i18n/index.js';
import { CheckboxGroup } from './choices.js';
import type { FieldProps } from './fields.js';
import {
  dayParts,
  languageCodes,
  topicCodes,
  weekdays,
  weekParts,
  type DayPart,
  type TopicCode,
} from './vocabulary.js';

interface Picker<Value> extends FieldProps {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}

export function TopicPicker(props: Picker<TopicCode>) {
  const { t } = useWords();
  return <CheckboxGroup {...props} columns options={topicCodes.map((code) => [code, t(`topic.${code}`)])} />;
}

/** The languages that offices meet most; each by its name in the language of the page. */
export function LanguagePicker(props: Picker<string>) {
  const { language, locale } = useWords();
  const known: readonly string[] = languageCodes;
  const codes = [...known, ...props.values.filter((code) => !known.includes(code))];
  const options = codes.map((code) => [code, language(code)] as const);
  return <CheckboxGroup {...props} columns options={options.sort(([, a], [, b]) => a.localeCompare(b, locale))} />;
}

/** The parts of a week, as a table of boxes. */
export function DayPartPicker({ label, hint, values, onChange }: Picker<DayPart>) {
  const { t } = useWords();
  const id = useId();
  const toggle = (part: DayPart) =>
    values.includes(part)
      ? values.filter((each) => each !== part)
      : dayParts.filter((each) => [...values, part].includes(each));
  return (
    <fieldset className="kern-fieldset" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="kern-label">
        {label} <span className="kern-label__optional">{t('form.optional')}</span>
      </legend>
      {hint && (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <table className="week">
        <thead>
          <tr>
            <td />
            {weekParts.map((part) => (
              <th key={part} scope="col">
                {t(`part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{t(`weekday.${weekday}`)}</th>
              {weekParts.map((part) => (
                <td key={part}>
                  <input
                    type="checkbox"
                    className="kern-form-check__checkbox"
                    aria-label={`${t(`weekday.${weekday}`)} ${t(`part.${part}`)}`}
                    checked={values.includes(`${weekday}-${part}`)}
                    onChange={() => onChange(toggle(`${weekday}-${part}`))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
