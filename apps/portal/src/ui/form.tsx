import { useRef, type SubmitEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { useFocusOnWrongField } from './wrong-field.js';

/** What is wrong with a form: a sentence for each field. */
export type FieldErrors<Form> = { readonly [Field in keyof Form]?: string };

/**
 * Checks before it sends. What is wrong stands at the fields and is counted above them; the first wrong field gets the
 * focus.
 */
export function Form<Values extends object>(props: {
  readonly errors: FieldErrors<Values>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}) {
  const { t } = useWords();
  const element = useRef<HTMLFormElement>(null);
  const count = Object.keys(props.errors).length;
  const focusOnWrongField = useFocusOnWrongField(element);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    props.onSubmit();
    focusOnWrongField();
  };
  return (
    <form className="form" noValidate ref={element} onSubmit={submit}>
      {count > 0 && <Notice tone="danger" title={t('form.errors', { count })} announce="urgent" />}
      {props.children}
      <div className="actions">{props.footer}</div>
    </form>
  );
}

/** Says that an earlier draft was found, and offers to throw it away. */
export function DraftNotice(props: { readonly restored: boolean; readonly onDiscard: () => void }) {
  const { t } = useWords();
  if (!props.restored) return null;
  return (
    <Notice tone="info" title={t('form.draft-restored')} announce="polite">
      <p className="kern-body">{t('form.draft-restored.text')}</p>
      <Button icon="delete" onClick={props.onDiscard}>
        {t('form.draft-discard')}
      </Button>
    </Notice>
  );
}

/** The parts of a form that have a value and no error: what may be left out of the body. */
export function filled<Values extends object>(values: Values): Partial<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== '' && value !== undefined);
  return Object.fromEntries(entries) as Partial<Values>;
}
