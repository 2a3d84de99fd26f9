import { useState, type ReactNode } from 'react';
import { newKey } from '../api/idempotency.js';
import { useAction } from '../api/use-action.js';
import { useWords } from '../i18n/index.js';
import { Button } from './button.js';
import { useDraft } from './draft.js';
import { DraftNotice, Form, type FieldErrors } from './form.js';
import { Notice } from './notice.js';
import { Page } from './page.js';
import { Failure } from './states.js';

/**
 * A form that is sent once. What is typed is kept as a draft until it has arrived; the key is kept with it, so that
 * sending again after a lost answer, or after a reload, sends nothing twice.
 */
export function useSentForm<Values extends object, Answer = unknown>(options: {
  readonly name: string;
  readonly empty: Values;
  /** A sentence for each field that is not right yet. */
  readonly check: (values: Values) => FieldErrors<Values>;
  readonly send: (values: Values, key: string) => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void;
}) {
  const draft = useDraft(options.name, { values: options.empty, key: '' });
  const [errors, setErrors] = useState<FieldErrors<Values>>({});
  const [firstKey, setFirstKey] = useState(newKey);
  const { values } = draft.form;
  const key = draft.form.key || firstKey;
  const sending = useAction(() => options.send(values, key), {
    onDone: (answer) => {
      draft.discard();
      setFirstKey(newKey());
      options.onDone?.(answer);
    },
  });
  return {
    form: values,
    errors,
    restored: draft.restored && draft.touched,
    change: (part: Partial<Values>) => draft.change({ values: { ...values, ...part }, key }),
    discard: draft.discard,
    sending,
    submit: () => {
      const found = options.check(values);
      setErrors(found);
      if (Object.keys(found).length > 0) return;
      // Nothing may have been typed: the key of what is sent must outlive a reload all the same.
      draft.change({ values, key });
      sending.mutate(undefined);
    },
  };
}

/** A page with such a form: its fields, and once it is sent, what happens next. */
export function SentFormPage<Values extends object>(props: {
  readonly state: Omit<ReturnType<typeof useSentForm<Values>>, 'form' | 'change'>;
  readonly title: string;
  readonly lead: string;
  readonly send: string;
  readonly done: { readonly title: string; readonly text: string; readonly again: string };
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const { title, lead, done } = props;
  const { errors, restored, discard, sending, submit } = props.state;
  if (sending.isSuccess)
    return (
      <Page title={title}>
        <Notice tone="success" title={done.title} announce="polite">
          <p className="kern-body">{done.text}</p>
        </Notice>
        <div className="actions">
          <Button onClick={() => sending.reset()}>{done.again}</Button>
        </div>
      </Page>
    );
  return (
    <Page title={title} lead={lead}>
      <DraftNotice restored={restored} onDiscard={discard} />
      <Form<Values>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
            {props.send}
          </Button>
        }
      >
        {props.children}
        <p className="kern-body kern-body--muted">{t('person.privacy')}</p>
        {sending.error && <Failure error={sending.error} />}
      </Form>
    </Page>
  );
}
