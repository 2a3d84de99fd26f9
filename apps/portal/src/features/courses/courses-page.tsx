import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CourseSummary } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { buttonClass } from '../../ui/button.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { Empty } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { coursesQuery } from './course-queries.js';

const statuses = ['planned', 'completed'] as const;

/** All courses of the tenant. */
export function CoursesPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/kurse' });
  const [status, setStatus] = useState<CourseSummary['status']>('planned');
  const plan = (
    <Link to="/t/$tenant/buero/kurse/neu" params={{ tenant }} className={buttonClass('primary')}>
      <span className="kern-label">{t('courses.plan')}</span>
    </Link>
  );
  return (
    <Page wide title={t('nav.courses')} lead={t('courses.lead')} actions={plan}>
      <FilterTabs
        label={t('common.status')}
        value={status}
        options={statuses.map((each) => [each, t(`courses.status.${each}`)])}
        onChange={setStatus}
      />
      <PagesList
        list={useInfiniteQuery(coursesQuery(tenant, status))}
        empty={
          <Empty title={t('courses.empty')} text={t('courses.empty.text')}>
            {plan}
          </Empty>
        }
      >
        {(rows) => <Courses tenant={tenant} rows={rows} />}
      </PagesList>
    </Page>
  );
}

function Courses({ tenant, rows }: { readonly tenant: string; readonly rows: readonly CourseSummary[] }) {
  const { t, day, number } = useWords();
  return (
    <Table
      caption={t('nav.courses')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('courses.name'),
          cell: ({ id, code, title }) => (
            <Link to="/t/$tenant/buero/kurse/$id" params={{ tenant, id }} className="text-link">
              {title} ({code})
            </Link>
          ),
        },
        { title: t('common.town'), cell: ({ town }) => town },
        {
          title: t('courses.period'),
          cell: ({ firstSessionOn, lastSessionOn }) => `${day(firstSessionOn)} – ${day(lastSessionOn)}`,
        },
        {
          title: t('courses.seats'),
          numeric: true,
          cell: ({ enrolled, seats }) =>
            seats === null ? number(enrolled) : t('common.of', { shown: enrolled, total: seats }),
        },
        { title: t('courses.waiting'), numeric: true, cell: ({ waiting }) => number(waiting) },
      ]}
    />
  );
}
