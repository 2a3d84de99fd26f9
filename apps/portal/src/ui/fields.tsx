import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Icon } from './icon.js';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** The parts that every field has, and the ids that tie them to its input. */
export function useField({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    inputProps: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined },
  };
}

export function FieldFrame(props: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={`kern-form-input${props.error ? ' kern-form-input--error' : ''}`}>
      <label className="kern-label" htmlFor={props.id}>
        {props.label}
        {props.required === false && <span className="kern-label__optional">{t('form.optional')}</span>}
      </label>
      {props.hint && (
        <div className="kern-hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.children}
      <FieldError id={props.id} error={props.error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error?: string | undefined }) {
  if (!error) return null;
  return (
    <p className="kern-error" id={`${id}-error`}>
      <Icon name="danger" />
      <span className="kern-body">{error}</span>
    </p>
  );
}

type NativeInput = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className' | 'required'>;

export function TextField(
  props: FieldProps & NativeInput & { readonly value: string; readonly onChange: (value: string) => void },
) {
  const { label, hint, error, required, onChange, ...native } = props;
  const { id, inputProps } = useField({ hint, error });
  return (
    <FieldFrame {...{ id, label, hint, error }} {...(required === undefined ? {} : { required })}>
      <input
        type="text"
        {...native}
        {...inputProps}
        aria-required={required || undefined}
        className={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

export function TextArea(
  props: FieldProps & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly rows?: number;
    readonly maxLength?: number;
  },
) {
  const { label, hint, error, required, onChange, rows = 4, ...native } = props;
  const { id, inputProps } = useField({ hint, error });
  return (
    <FieldFrame {...{ id, label, hint, error }} {...(required === undefined ? {} : { required })}>
      <textarea
        {...native}
        {...inputProps}
        rows={rows}
        className="kern-form-input__input text-area"
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
