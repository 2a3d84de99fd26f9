import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import type { TenantSettings } from '../../api/settings-rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, checkText, errorsOf } from '../../ui/check.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNotice, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Failure } from '../../ui/states.js';
import { checkMonths } from './check-months.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { SettingsFields } from './settings-fields.js';
import { changeOf, wishOf, type Wish } from './wish.js';

interface Draft {
  /** Only what was changed here: everything else follows what others save. */
  readonly changed: Partial<Wish>;
  /** What stood there when the first field was changed. */
  readonly base?: Wish;
}

const untouched: Draft = { changed: {} };

/** Whoever saves sees before what somebody else has saved since, and overwrites nothing unseen. */
export function SettingsForm({ tenant, settings }: { readonly tenant: string; readonly settings: TenantSettings }) {
  const words = useWords();
  const { t } = words;
  const { form: draft, change, discard, restored, touched } = useDraft(`settings.${tenant}`, untouched);
  const [errors, setErrors] = useState<FieldErrors<Wish>>({});
  const stored = wishOf(settings);
  const wish = { ...stored, ...draft.changed };
  const saving = useAction(() => save(tenant, draft.changed, settings), { onDone: discard });
  const submit = () => {
    const found = errorsOf({
      name: checkText(wish.name, words),
      languages: draft.changed.languages && checkChoice(draft.changed.languages, words),
      months: checkMonths(wish.months, words),
    });
    setErrors(found);
    if (Object.keys(found).length === 0) saving.mutate(undefined);
  };
  return (
    <>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <ChangedMeanwhile base={draft.base} stored={stored} mine={draft.changed} />
      <Form<Wish>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('settings.save')}
          </Button>
        }
      >
        <SettingsFields
          wish={wish}
          errors={errors}
          change={(part) => change({ changed: { ...draft.changed, ...part }, base: draft.base ?? stored })}
        />
        {saving.isSuccess && !touched && <Notice tone="success" title={t('settings.saved')} announce="polite" />}
        {saving.error && <Failure error={saving.error} />}
      </Form>
    </>
  );
}

function save(tenant: string, changed: Partial<Wish>, settings: TenantSettings): Promise<Written> {
  return answerOf(
    api.PATCH('/registration/{tenant}/settings', {
      params: { path: { tenant } },
      headers: seen(settings.revision),
      body: changeOf(changed, settings),
    }),
  );
}
