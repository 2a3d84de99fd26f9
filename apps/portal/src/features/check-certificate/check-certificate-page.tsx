import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Failure, Loading } from '../../ui/states.js';

/** Where the QR code of a certificate leads: says whether it is genuine, and nothing about the person. */
export function CheckCertificatePage() {
  const { t } = useWords();
  const { tenant, code = '' } = useParams({ from: '/t/$tenant/zertifikat/{-$code}' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(code);
  const [error, setError] = useState<string>();
  const submit = () => {
    const clean = typed.replace(/\s/g, '').toLowerCase();
    const wrong = /^[0-9a-f]{32}$/.test(clean) ? undefined : t('check.bad-code');
    setError(wrong);
    if (!wrong) void navigate({ to: '/t/$tenant/zertifikat/{-$code}', params: { tenant, code: clean } });
  };
  return (
    <Page title={t('check.title')} lead={t('check.lead')}>
      {code !== '' && <Verdict tenant={tenant} code={code} />}
      <Form<{ code: string }>
        errors={error ? { code: error } : {}}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary">
            {t('check.action')}
          </Button>
        }
      >
        <TextField
          label={t('check.code')}
          hint={t('check.code.hint')}
          error={error}
          value={typed}
          onChange={setTyped}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
      </Form>
    </Page>
  );
}

function Verdict({ tenant, code }: { readonly tenant: string; readonly code: string }) {
  const { t, day } = useWords();
  const { data, error } = useQuery({
    queryKey: ['verify', tenant, code],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/training/{tenant}/verify/{code}', { params: { path: { tenant, code } }, signal })),
  });
  if (error instanceof Problem && error.status === 404)
    return (
      <Notice tone="danger" title={t('check.unknown')} announce="polite">
        <p className="kern-body">{t('check.unknown.text')}</p>
      </Notice>
    );
  if (error) return <Failure error={error} />;
  if (!data) return <Loading />;
  return (
    <Notice tone="success" title={t('check.valid')} announce="polite">
      <p className="kern-body">{t('check.valid.text', { day: day(data.date), course: data.courseTitle })}</p>
    </Notice>
  );
}
