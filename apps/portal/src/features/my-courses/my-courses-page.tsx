import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ownCoursesQuery } from '../../api/own-queries.js';
import type { OwnCourse } from '../../api/own-rows.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { buttonClass } from '../../ui/button.js';
import { today } from '../../ui/code-words.js';
import type { Tone } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/states.js';
import { LeaveCourse } from './leave-course.js';
import { MyCertificates } from './my-certificates.js';

/** One's courses with their dates, and the certificates that came of them. */
export function MyCoursesPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/ich/kurse' });
  return (
    <Page title={t('nav.my-courses')} lead={t('own.courses.lead')}>
      <MyCertificates tenant={tenant} />
      <Loaded query={useQuery(ownCoursesQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('own.courses.empty')} text={t('own.courses.empty.text')}>
              <Link to="/t/$tenant/kurse" params={{ tenant }} className={buttonClass('secondary')}>
                <span className="kern-label">{t('nav.next-courses')}</span>
              </Link>
            </Empty>
          ) : (
            items.map((course) => <Course key={course.id} tenant={tenant} course={course} />)
          )
        }
      </Loaded>
    </Page>
  );
}

const tones: Readonly<Record<OwnCourse['place'], Tone>> = {
  invited: 'warning',
  enrolled: 'success',
  waiting: 'info',
  cancelled: 'info',
};

function Course({ tenant, course }: { readonly tenant: string; readonly course: OwnCourse }) {
  const { t, weekday } = useWords();
  const { place, waitingBefore, status } = course;
  const over = status === 'completed' && place === 'enrolled';
  const mayLeave = status === 'planned' && (place === 'enrolled' || place === 'waiting');
  return (
    <Panel
      title={course.title}
      actions={
        <Badge tone={over ? 'info' : tones[place]}>{t(over ? 'courses.status.completed' : `own.place.${place}`)}</Badge>
      }
    >
      {waitingBefore !== null && waitingBefore > 0 && (
        <p className="kern-body">{t('own.waiting-before', { count: waitingBefore })}</p>
      )}
      <details open={course.sessions.some(({ heldOn }) => heldOn >= today())}>
        <summary>
          {t('own.sessions')} · {course.town}
        </summary>
        <ol className="rows">
          {course.sessions.map((session) => (
            <li key={session.number}>
              <span>
                {weekday(session.heldOn)}, <bdi>{`${session.startsAt}–${session.endsAt}`}</bdi>
              </span>
              <span className="rows__note">
                {session.title}
                {session.mark !== 'unrecorded' && ` · ${t(`attendance.${session.mark}`)}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
      {mayLeave && <LeaveCourse tenant={tenant} course={course} />}
    </Panel>
  );
}
