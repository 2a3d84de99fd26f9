import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNotice, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Failure } from '../../ui/states.js';
import { changedMeanwhile, letGo, shownIn, typeInto, type Typed } from './merge-changes.js';

interface RecordOptions<Values> {
  readonly name: string;
  readonly stored: Values;
  readonly check: (values: Values) => FieldErrors<Values>;
  /** Stores what has changed; refuses where somebody else was faster. */
  readonly save: (change: Partial<Values>) => Promise<unknown>;
}

const untouched = { mine: {}, seen: {} } as const;

/**
 * A stored record as a form. What others store meanwhile shows in every field that was not touched, and only touched
 * fields are sent, so that nobody's change is undone by somebody who never meant to.
 */
export function useRecordForm<Values extends object>({ name, stored, check, save }: RecordOptions<Values>) {
  const client = useQueryClient();
  const { form: typed, change, discard, restored, touched } = useDraft<Typed<Values>>(name, untouched);
  const [errors, setErrors] = useState<FieldErrors<Values>>({});
  const form = shownIn(stored, typed);
  const saving = useAction(async (mine: Partial<Values>) => {
    await save(mine);
    // What was typed goes only once what is stored shows it: nothing flickers back.
    await client.invalidateQueries();
    discard();
  });
  const meanwhile = changedMeanwhile(stored, typed);
  return {
    ...{ form, errors, saving, touched, meanwhile, stored, discard },
    restored: restored && touched,
    change: (part: Partial<Values>) => change(typeInto(stored, typed, part)),
    takeTheirs: () => change(letGo(typed, meanwhile)),
    submit: () => {
      const found = check(form);
      setErrors(found);
      if (Object.keys(found).length === 0) saving.mutate(typed.mine);
    },
  };
}

/** The form around the fields of such a record. */
export function RecordForm<Values extends object>(props: {
  readonly record: ReturnType<typeof useRecordForm<Values>>;
  /** A field and what stands in it, as people say it. */
  readonly tell: (field: keyof Values & string, values: Values) => readonly [field: string, value: string];
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const { errors, submit, saving, touched, restored, discard } = props.record;
  return (
    <>
      <DraftNotice restored={restored} onDiscard={discard} />
      <Form<Values>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('own.data.save')}
          </Button>
        }
      >
        {props.children}
        {saving.isSuccess && !touched && <Notice tone="success" title={t('own.data.saved')} announce="polite" />}
        {saving.error && <Failure error={saving.error} />}
        <Meanwhile {...props} />
      </Form>
    </>
  );
}

/** What somebody else has stored in a field that one is changing: one decides, instead of overwriting it unseen. */
function Meanwhile<Values extends object>({
  record,
  tell,
}: Pick<Parameters<typeof RecordForm<Values>>[0], 'record' | 'tell'>) {
  const { t } = useWords();
  const { meanwhile, stored, takeTheirs } = record;
  if (meanwhile.length === 0) return null;
  return (
    <Notice tone="warning" title={t('meanwhile.title')} announce="polite">
      <ul>
        {meanwhile.map((name) => {
          const [field, value] = tell(name, stored);
          return <li key={name}>{t('meanwhile.row', { field, value: value || t('meanwhile.empty') })}</li>;
        })}
      </ul>
      <p className="kern-body">{t('meanwhile.text')}</p>
      <Button onClick={takeTheirs}>{t('meanwhile.take')}</Button>
    </Notice>
  );
}
