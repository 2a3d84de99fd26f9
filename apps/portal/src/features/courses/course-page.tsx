import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { CourseDetails } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { buttonClass } from '../../ui/button.js';
import { today } from '../../ui/code-words.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { CompleteCourse } from './complete-course.js';
import { CoursePeople } from './course-people.js';
import { courseQuery } from './course-queries.js';

/** One course: its meetings, who takes part, and its end. */
export function CoursePage() {
  const { tenant, id } = useParams({ from: '/t/$tenant/buero/kurse/$id' });
  const query = useQuery(courseQuery(tenant, id));
  return <Loaded query={query}>{(course) => <Course tenant={tenant} course={course} />}</Loaded>;
}

function Course({ tenant, course }: { readonly tenant: string; readonly course: CourseDetails }) {
  const { t } = useWords();
  const certified = course.enrolled.some(({ certificateId }) => certificateId !== null);
  return (
    <Page
      wide
      title={course.title}
      lead={
        <>
          <Badge tone={course.status === 'planned' ? 'info' : 'success'}>{t(`courses.status.${course.status}`)}</Badge>{' '}
          {course.code}, {course.town}
        </>
      }
      actions={
        <>
          {certified && (
            <a
              className={buttonClass('secondary')}
              href={`/training/${tenant}/courses/${course.id}/certificates.pdf`}
              target="_blank"
              rel="noreferrer"
            >
              <span className="kern-label">{t('course.certificates')}</span>
            </a>
          )}
          {course.status === 'planned' && <CompleteCourse tenant={tenant} course={course} />}
        </>
      }
    >
      <p>
        <Link to="/t/$tenant/buero/kurse" params={{ tenant }} className="text-link">
          {t('action.back')}: {t('nav.courses')}
        </Link>
      </p>
      <div className="two-columns">
        <CoursePeople tenant={tenant} course={course} />
        <Sessions tenant={tenant} course={course} />
      </div>
    </Page>
  );
}

function Sessions({ tenant, course }: { readonly tenant: string; readonly course: CourseDetails }) {
  const { t, weekday } = useWords();
  const now = today();
  return (
    <Panel title={t('course.sessions')}>
      <ol className="rows">
        {course.sessions.map(({ number, title, heldOn, startsAt, endsAt }) => (
          <li key={number}>
            <span>{t('course.session', { number, title })}</span>
            <span className="rows__note">
              {t('courses.public.time', { day: weekday(heldOn), from: startsAt, to: endsAt })}
            </span>
            {heldOn <= now && (
              <Link
                to="/t/$tenant/buero/kurse/$id/anwesenheit/$session"
                params={{ tenant, id: course.id, session: String(number) }}
                className="text-link"
              >
                {t('course.attendance')}
                <span className="kern-sr-only">: {title}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
