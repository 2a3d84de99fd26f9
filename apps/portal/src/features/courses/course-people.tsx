import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import type { CourseDetails, Named } from '../../api/training-rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { nameOf } from '../../ui/person.js';
import { Failure } from '../../ui/states.js';
import { EnrolSomebody } from './enrol-somebody.js';

/** Seats and the waiting list: who has one, who waits, and who may be added. */
export function CoursePeople({ tenant, course }: { readonly tenant: string; readonly course: CourseDetails }) {
  const { t } = useWords();
  const open = course.status === 'planned';
  const leave = useAction((volunteerId: string) =>
    answerOf<Written>(
      api.DELETE('/training/{tenant}/courses/{id}/enrolments/{volunteerId}', {
        params: { path: { tenant, id: course.id, volunteerId } },
        headers: seen(course.revision),
      }),
    ),
  );
  const person = (each: Named, note?: string) => (
    <Person key={each.volunteerId} person={each} note={note} onLeave={open ? leave.mutate : undefined} />
  );
  return (
    <div className="stack">
      <Panel title={`${t('course.people')} (${seatsIn(course, t('courses.no-limit'))})`}>
        {leave.error && <Failure error={leave.error} />}
        {course.enrolled.length === 0 && <p className="kern-body kern-body--muted">{t('course.people.none')}</p>}
        <ul className="rows">
          {course.enrolled.map((each) =>
            person(each, each.missed > 0 && !open ? t('course.missed', { count: each.missed }) : undefined),
          )}
        </ul>
        {open && <Invite tenant={tenant} course={course} />}
        {open && <EnrolSomebody tenant={tenant} course={course} />}
      </Panel>
      {(course.waiting.length > 0 || open) && (
        <Panel title={t('courses.waiting')}>
          {course.waiting.length === 0 && <p className="kern-body kern-body--muted">{t('course.waiting.none')}</p>}
          <ol className="rows">{course.waiting.map((each) => person(each))}</ol>
        </Panel>
      )}
    </div>
  );
}

function seatsIn({ enrolled, seats }: CourseDetails, noLimit: string): string {
  return `${enrolled.length} / ${seats ?? noLimit}`;
}

function Person(props: {
  readonly person: Named;
  readonly note: string | undefined;
  readonly onLeave: ((volunteerId: string) => void) | undefined;
}) {
  const words = useWords();
  const { person, note, onLeave } = props;
  const name = nameOf(person, words);
  return (
    <li className="rows__with-action">
      <span>
        {name} {note && <span className="rows__note">{note}</span>}
      </span>
      {onLeave && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.t('course.remove', { name })}
          onClick={() => onLeave(person.volunteerId)}
        >
          <span className="kern-icon kern-icon--close" aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

function Invite({ tenant, course }: { readonly tenant: string; readonly course: CourseDetails }) {
  const { t } = useWords();
  const inviting = useAction(() =>
    answerOf(
      api.POST('/training/{tenant}/courses/{id}/invitations', {
        params: { path: { tenant, id: course.id } },
        body: {},
      }),
    ),
  );
  return (
    <>
      <div className="actions">
        <Button icon="mail" busy={inviting.isPending} onClick={() => inviting.mutate(undefined)}>
          {t('course.invite')}
        </Button>
      </div>
      {inviting.data && (
        <Notice tone="success" title={t('course.invited', { count: inviting.data.invited })} announce="polite" />
      )}
      {inviting.error && <Failure error={inviting.error} />}
    </>
  );
}
