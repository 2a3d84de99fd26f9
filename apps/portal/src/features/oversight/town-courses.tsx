import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { longestPage } from '../../api/queries.js';
import type { Page } from '../../api/rows.js';
import type { CourseSummary } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { Table } from '../../ui/table.js';

const coursesQuery = (town: string) =>
  queryOptions({
    queryKey: ['town-courses', town],
    queryFn: ({ signal }) =>
      answerOf<Page<CourseSummary>>(
        api.GET('/training/{tenant}/courses', {
          params: { path: { tenant: town }, query: { limit: longestPage } },
          signal,
        }),
      ),
  });

/** The courses of a town: dates and places, nobody's name. */
export function TownCourses({ town }: { readonly town: string }) {
  const { t, day, number } = useWords();
  return (
    <Panel title={t('nav.courses')}>
      <Loaded query={useQuery(coursesQuery(town))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('courses.empty')}</p>
          ) : (
            <Table
              caption={t('nav.courses')}
              rows={items}
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
          )
        }
      </Loaded>
    </Panel>
  );
}
