import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import type { Page as PageOf, PublicCourse } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { buttonClass } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/states.js';

/** The courses anybody may know of. */
export function NextCoursesPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/kurse' });
  const courses = useQuery({
    queryKey: ['next-courses', tenant],
    queryFn: ({ signal }) =>
      answerOf<Pick<PageOf<PublicCourse>, 'items'>>(
        api.GET('/training/{tenant}/next-courses', { params: { path: { tenant } }, signal }),
      ),
  });
  const offer = (
    <Link to="/t/$tenant/mithelfen" params={{ tenant }} className={buttonClass('primary')}>
      <span className="kern-label">{t('offer.title')}</span>
    </Link>
  );
  return (
    <Page title={t('courses.public.title')} lead={t('courses.public.lead')}>
      <Loaded query={courses}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('courses.public.empty')} text={t('courses.public.empty.text')}>
              {offer}
            </Empty>
          ) : (
            <>
              {items.map((course) => (
                <Course key={course.id} course={course} />
              ))}
              <div className="actions">{offer}</div>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Course({ course }: { readonly course: PublicCourse }) {
  const { t, weekday } = useWords();
  return (
    <Panel title={`${course.title} – ${course.town}`} actions={<Seats course={course} />}>
      <p className="kern-body">{t('courses.public.sessions', { count: course.sessions.length })}</p>
      <ul className="plain-list">
        {course.sessions.map(({ heldOn, startsAt, endsAt }) => (
          <li key={`${heldOn} ${startsAt}`} className="kern-body">
            {t('courses.public.time', { day: weekday(heldOn), from: startsAt, to: endsAt })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Seats({ course: { seatsLeft, waitingList } }: { readonly course: PublicCourse }) {
  const { t } = useWords();
  if (seatsLeft === null) return <Badge tone="success">{t('courses.public.open')}</Badge>;
  if (seatsLeft > 0) return <Badge tone="success">{t('courses.public.seats', { count: seatsLeft })}</Badge>;
  return <Badge tone={waitingList ? 'warning' : 'danger'}>{t('courses.public.full')}</Badge>;
}
