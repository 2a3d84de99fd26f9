import { useId, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { FieldError, FieldFrame, useField, type FieldProps } from './fields.js';

export type Option<Value extends string> = readonly [value: Value, label: string];

/** One of several; `empty` names the choice of none. */
export function SelectField<Value extends string>(
  props: FieldProps & {
    readonly value: Value | '';
    readonly options: readonly Option<Value>[];
    readonly empty?: string;
    readonly onChange: (value: Value | '') => void;
  },
) {
  const { label, hint, error, required, options, empty } = props;
  const { id, inputProps } = useField({ hint, error });
  return (
    <FieldFrame {...{ id, label, hint, error }} {...(required === undefined ? {} : { required })}>
      <div className="kern-form-input__select-wrapper">
        <select
          {...inputProps}
          className="kern-form-input__select"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value as Value | '')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}

interface GroupProps<Value extends string> extends FieldProps {
  readonly options: readonly Option<Value>[];
  readonly columns?: boolean;
}

function Group(props: Omit<GroupProps<string>, 'options'> & { readonly id: string; readonly children: ReactNode }) {
  const { t } = useWords();
  const described = [props.hint && `${props.id}-hint`, props.error && `${props.id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={`kern-fieldset${props.error ? ' kern-fieldset--error' : ''}`}
      aria-describedby={described || undefined}
    >
      <legend className="kern-label">
        {props.label}
        {props.required === false && <span className="kern-label__optional"> {t('form.optional')}</span>}
      </legend>
      {props.hint && (
        <div className="kern-hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      )}
      <div className={`kern-fieldset__body${props.columns ? ' choices--columns' : ''}`}>{props.children}</div>
      <FieldError id={props.id} error={props.error} />
    </fieldset>
  );
}

/** Any number of several. */
export function CheckboxGroup<Value extends string>(
  props: GroupProps<Value> & {
    readonly values: readonly Value[];
    readonly onChange: (values: readonly Value[]) => void;
  },
) {
  const id = useId();
  const toggle = (value: Value) =>
    props.values.includes(value) ? props.values.filter((each) => each !== value) : [...props.values, value];
  return (
    <Group {...props} id={id}>
      {props.options.map(([value, label]) => (
        <div className="kern-form-check" key={value}>
          <input
            type="checkbox"
            className="kern-form-check__checkbox"
            id={`${id}-${value}`}
            checked={props.values.includes(value)}
            onChange={() => props.onChange(toggle(value))}
          />
          <label className="kern-label" htmlFor={`${id}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </Group>
  );
}

/** One of a few, all of them visible. */
export function RadioGroup<Value extends string>(
  props: GroupProps<Value> & { readonly value: Value; readonly onChange: (value: Value) => void },
) {
  const id = useId();
  return (
    <Group {...props} id={id}>
      {props.options.map(([value, label]) => (
        <div className="kern-form-check" key={value}>
          <input
            type="radio"
            className="kern-form-check__radio"
            name={id}
            id={`${id}-${value}`}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <label className="kern-label" htmlFor={`${id}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </Group>
  );
}
