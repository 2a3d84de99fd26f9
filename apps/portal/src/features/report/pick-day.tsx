import { useId } from 'react';
import { useWords } from '../../i18n/index.js';
import { DayField } from '../../ui/day-field.js';
import { FieldFrame, useField } from '../../ui/fields.js';
import { dayAfter, daysBetween } from './question.js';

/** A day by a slider for looking around, and by a field for who knows which. */
export function PickDay(props: {
  readonly label: string;
  readonly value: string;
  readonly first: string;
  readonly last: string;
  readonly onChange: (day: string) => void;
}) {
  const { t, day } = useWords();
  const { label, value, first, last, onChange } = props;
  const { id, inputProps } = useField({ hint: t('report.slider.hint'), error: undefined });
  const marks = useId();
  const years = yearsBetween(first, last);
  return (
    <div className="pick-day">
      <DayField
        label={label}
        value={value}
        max={last}
        onChange={(next) => next !== '' && next <= last && onChange(next)}
      />
      <FieldFrame id={id} label={t('report.slider')} hint={t('report.slider.hint')}>
        <input
          {...inputProps}
          type="range"
          className="slider"
          min={0}
          max={daysBetween(first, last)}
          value={Math.max(0, daysBetween(first, value))}
          list={marks}
          aria-valuetext={day(value)}
          onChange={(event) => onChange(dayAfter(first, Number(event.target.value)))}
        />
        <datalist id={marks}>
          {years.map((year) => (
            <option key={year} value={daysBetween(first, year)} label={year.slice(0, 4)} />
          ))}
        </datalist>
        <p className="slider__ends" aria-hidden="true">
          <span>{day(first)}</span>
          <span>{day(last)}</span>
        </p>
      </FieldFrame>
    </div>
  );
}

function yearsBetween(first: string, last: string): readonly string[] {
  const count = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  return Array.from({ length: count }, (_, index) => `${Number(first.slice(0, 4)) + index}-01-01`);
}
