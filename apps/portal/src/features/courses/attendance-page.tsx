import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import type { CourseDetails, Mark } from '../../api/training-rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { nameOf } from '../../ui/person.js';
import { Empty, Failure, Loaded } from '../../ui/states.js';
import { courseQuery } from './course-queries.js';

/** Who was there: large enough for fingers on a tablet, and kept until it is saved. */
export function AttendancePage() {
  const { tenant, id, session } = useParams({ from: '/t/$tenant/buero/kurse/$id/anwesenheit/$session' });
  const query = useQuery(courseQuery(tenant, id));
  return (
    <Loaded query={query}>{(course) => <Sheet tenant={tenant} course={course} session={Number(session)} />}</Loaded>
  );
}

type Marks = Readonly<Record<string, boolean>>;
const none: Marks = {};

function Sheet(props: { readonly tenant: string; readonly course: CourseDetails; readonly session: number }) {
  const { t, weekday } = useWords();
  const { tenant, course, session } = props;
  const meeting = course.sessions.find(({ number }) => number === session);
  const { form, change, discard } = useDraft<Marks>(`attendance.${course.id}.${session}`, none);
  const saving = useAction(() => save({ tenant, course, session, marks: form }), { onDone: discard });
  const unsaved = Object.keys(form).length;
  return (
    <Page
      title={`${t('attendance.title')}: ${meeting?.title ?? session}`}
      lead={meeting && `${course.title}, ${weekday(meeting.heldOn)}`}
    >
      <p>
        <Link to="/t/$tenant/buero/kurse/$id" params={{ tenant, id: course.id }} className="text-link">
          {t('action.back')}: {course.title}
        </Link>
      </p>
      {course.enrolled.length === 0 && <Empty title={t('attendance.empty')} text={t('attendance.empty.text')} />}
      <div className="actions">
        <Button
          icon="check"
          onClick={() => change(Object.fromEntries(course.enrolled.map(({ volunteerId }) => [volunteerId, true])))}
        >
          {t('attendance.all-present')}
        </Button>
      </div>
      <ul className="attendance">
        {course.enrolled.map((each) => (
          <AttendanceRow
            key={each.volunteerId}
            person={each}
            mark={each.attendance.find((one) => one.session === session)?.mark ?? 'unrecorded'}
            draft={form[each.volunteerId]}
            onMark={(present) => change({ [each.volunteerId]: present })}
          />
        ))}
      </ul>
      {saving.error && <Failure error={saving.error} />}
      {saving.isSuccess && unsaved === 0 && <Notice tone="success" title={t('attendance.saved')} announce="polite" />}
      <div className="save-bar">
        <Button variant="primary" busy={saving.isPending || unsaved === 0} onClick={() => saving.mutate(undefined)}>
          {t('attendance.save')}
        </Button>
        {unsaved > 0 && <span className="kern-body">{t('attendance.unsaved')}</span>}
      </div>
    </Page>
  );
}

function AttendanceRow(props: {
  readonly person: CourseDetails['enrolled'][number];
  readonly mark: Mark;
  readonly draft: boolean | undefined;
  readonly onMark: (present: boolean) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { person, mark, draft, onMark } = props;
  const name = nameOf(person, words);
  const present = draft ?? (mark === 'present' ? true : mark === 'absent' ? false : undefined);
  return (
    <li className="attendance__row">
      <span className="attendance__name" id={`name-${person.volunteerId}`}>
        {name}
        {mark === 'made-up' && <small> ({t('attendance.made-up')})</small>}
      </span>
      <span className="attendance__marks" role="group" aria-labelledby={`name-${person.volunteerId}`}>
        <button
          type="button"
          aria-pressed={present === true}
          className="mark mark--present"
          onClick={() => onMark(true)}
        >
          {t('attendance.present')}
        </button>
        <button
          type="button"
          aria-pressed={present === false}
          className="mark mark--absent"
          onClick={() => onMark(false)}
        >
          {t('attendance.absent')}
        </button>
      </span>
    </li>
  );
}

function save(sheet: {
  readonly tenant: string;
  readonly course: CourseDetails;
  readonly session: number;
  readonly marks: Marks;
}): Promise<Written> {
  const attendance = Object.entries(sheet.marks).map(([volunteerId, present]) => ({ volunteerId, present }));
  return answerOf(
    api.POST('/training/{tenant}/courses/{id}/sessions/{n}/attendance', {
      params: { path: { tenant: sheet.tenant, id: sheet.course.id, n: sheet.session } },
      headers: seen(sheet.course.revision),
      body: { attendance },
    }),
  );
}
