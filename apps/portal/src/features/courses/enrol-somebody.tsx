import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { Page, VolunteerRow } from '../../api/rows.js';
import type { CourseDetails } from '../../api/training-rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { TextField } from '../../ui/fields.js';
import { Notice } from '../../ui/notice.js';
import { nameOf } from '../../ui/person.js';
import { Failure } from '../../ui/states.js';

/** Finds a volunteer by name and gives them a seat, or a place on the waiting list. */
export function EnrolSomebody({ tenant, course }: { readonly tenant: string; readonly course: CourseDetails }) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['volunteers', tenant, { q }],
    queryFn: ({ signal }) =>
      answerOf<Page<VolunteerRow>>(
        api.GET('/registration/{tenant}/volunteers', { params: { path: { tenant }, query: { q } }, signal }),
      ),
    enabled: q.length > 1,
  });
  const enrolling = useAction((person: VolunteerRow) => enrol(tenant, course.id, person.id), {
    onDone: () => setTyped(''),
  });
  const taken = new Set([...course.enrolled, ...course.waiting].map(({ volunteerId }) => volunteerId));
  const people = found.data?.items.filter(({ id, status }) => !taken.has(id) && status !== 'left').slice(0, 6);
  const added = enrolling.variables && nameOf(enrolling.variables, words);
  return (
    <search className="stack stack--tight">
      <TextField
        label={t('course.enrol')}
        hint={t('course.enrol.search')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      {enrolling.data && added && (
        <Notice
          tone="success"
          announce="polite"
          title={t(enrolling.data.status === 'waiting' ? 'course.waitlisted' : 'course.enrolled', { name: added })}
        />
      )}
      {enrolling.error && <Failure error={enrolling.error} />}
      {q.length > 1 && people?.length === 0 && <p className="kern-body kern-body--muted">{t('course.enrol.none')}</p>}
      {q.length > 1 && people && (
        <ul className="plain-list">
          {people.map((person) => (
            <li key={person.id}>
              <button type="button" className="kern-btn kern-btn--tertiary" onClick={() => enrolling.mutate(person)}>
                <span className="kern-icon kern-icon--add" aria-hidden="true" />
                <span className="kern-label">{t('course.enrol.add', { name: nameOf(person, words) })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

function enrol(tenant: string, id: string, volunteerId: string) {
  return answerOf(
    api.POST('/training/{tenant}/courses/{id}/enrolments', { params: { path: { tenant, id } }, body: { volunteerId } }),
  );
}
