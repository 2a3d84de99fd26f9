import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../../api/problem.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choices.js';
import { FileField } from '../../ui/file-field.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';
import { Progress } from './import-progress.js';
import { Rejected } from './import-rejected.js';
import { importKinds, importStatusQuery, startImport, type ImportKind, type Started } from './imports.js';

const mostBytes = 5 * 1_048_576;

/** Takes in a list: all of it is checked before anything is written. */
export function ImportPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/import' });
  const [kind, setKind] = useState<ImportKind>('volunteers');
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<string>();
  const starting = useAction((wish: { readonly kind: ImportKind; readonly file: File }) =>
    startImport(tenant, wish.kind, wish.file),
  );
  const submit = () => {
    const wrong = !file ? t('import.file.missing') : file.size > mostBytes ? t('import.file.large') : undefined;
    setError(wrong);
    if (file && !wrong) starting.mutate({ kind, file });
  };
  return (
    <Page title={t('nav.import')} lead={t('import.lead')}>
      <Form<{ file: string }>
        errors={error ? { file: error } : {}}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={starting.isPending}>
            {t('import.start')}
          </Button>
        }
      >
        <Panel title={t('nav.import')}>
          <RadioGroup
            label={t('import.kind')}
            value={kind}
            options={importKinds.map((each) => [each, t(`import.kind.${each}`)])}
            onChange={setKind}
          />
          <FileField
            label={t('import.file')}
            hint={t('import.file.hint')}
            accept=".csv,text/csv"
            error={error}
            onChange={setFile}
          />
        </Panel>
      </Form>
      {starting.error instanceof Problem && starting.error.code === 'import-rejected' ? (
        <Rejected problem={starting.error} />
      ) : (
        starting.error && <Failure error={starting.error} />
      )}
      {starting.data && <Followed tenant={tenant} started={starting.data} />}
    </Page>
  );
}

function Followed({ tenant, started }: { readonly tenant: string; readonly started: Started }) {
  const { data } = useQuery(importStatusQuery(tenant, started));
  return <Progress status={data ?? started.status} />;
}
