import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import type { Asked } from './question.js';
import { Report } from './report.js';

/** The district as it was on a day, and how two days differ. */
export function ReportPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/bericht' });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const onAsked = useCallback(
    (asked: Asked) =>
      void navigate({ to: '/t/$tenant/bericht', params: { tenant }, search: { ...asked }, replace: true }),
    [navigate, tenant],
  );
  return (
    <Page wide title={t('report.title')} lead={t('report.lead')}>
      <Report tenant={tenant} search={search} onAsked={onAsked} />
    </Page>
  );
}
