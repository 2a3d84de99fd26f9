import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { pagesQuery } from '../../api/pages.js';
import type { Page } from '../../api/rows.js';
import type { CourseSummary } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';

const coursesQuery = (town: string) =>
  pagesQuery(['town-courses', town], ({ query, signal }) =>
    answerOf<Page<CourseSummary>>(
      api.GET('/training/{tenant}/courses', { params: { path: { tenant: town }, query }, signal }),
    ),
  );

/** The courses of a town: dates and places, nobody's name. */
export function TownCourses({ town }: { readonly town: string }) {
  const { t, day, number } = useWords();
  return (
    <Panel title={t('oversight.courses')}>
      <PagesList
        short
        list={useInfiniteQuery(coursesQuery(town))}
        empty={<p className="kern-body kern-body--muted">{t('courses.empty')}</p>}
      >
        {(rows) => (
          <Table
            caption={t('oversight.courses')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { title: t('courses.name'), cell: ({ code, title }) => `${title} (${code})` },
              { title: t('common.status'), cell: ({ status }) => t(`courses.status.${status}`) },
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
        )}
      </PagesList>
    </Panel>
  );
}
