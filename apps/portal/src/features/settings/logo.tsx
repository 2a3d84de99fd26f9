import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { logoAddress, tenantsQuery } from '../../api/tenants.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { Button } from '../../ui/button.js';
import { FileField } from '../../ui/file-field.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';
import { base64Of } from './base64.js';

const mostBytes = 65_536;

/** What the tenant is recognised by: shown, chosen, removed. */
export function Logo({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const found = useQuery(tenantsQuery).data?.items.find(({ id }) => id === tenant);
  const shown = found && logoAddress(found);
  const remove = () => answerOf(api.DELETE('/registration/{tenant}/logo', { params: { path: { tenant } } }));
  return (
    <Panel title={t('logo.title')}>
      {shown ? (
        <div className="actions">
          <img src={shown} alt={t('logo.alt', { name: found.name })} className="brand__sign" height={40} />
          <AskingButton
            label={t('logo.remove')}
            title={t('logo.remove.ask')}
            text={t('logo.remove.text')}
            run={remove}
          />
        </div>
      ) : (
        <p className="kern-body">{t('logo.none')}</p>
      )}
      <ChooseLogo tenant={tenant} />
    </Panel>
  );
}

function ChooseLogo({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<string>();
  const sending = useAction(async (chosen: File) =>
    answerOf(
      api.PUT('/registration/{tenant}/logo', {
        params: { path: { tenant } },
        body: { picture: await base64Of(chosen) },
      }),
    ),
  );
  const submit = () => {
    const wrong = !file ? t('logo.file.missing') : file.size > mostBytes ? t('logo.file.large') : undefined;
    setError(wrong);
    if (file && !wrong) sending.mutate(file);
  };
  return (
    <Form<{ file: string }>
      errors={error ? { file: error } : {}}
      onSubmit={submit}
      footer={
        <Button type="submit" busy={sending.isPending}>
          {t('logo.choose')}
        </Button>
      }
    >
      <FileField
        label={t('logo.file')}
        hint={t('logo.file.hint')}
        accept="image/png,image/jpeg,image/webp"
        error={error}
        onChange={setFile}
      />
      {sending.isSuccess && <Notice tone="success" title={t('logo.chosen')} announce="polite" />}
      {sending.error && <Failure error={sending.error} />}
    </Form>
  );
}
