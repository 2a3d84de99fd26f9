import { answerOf, api } from '../../api/client.js';
import type { OwnCourse } from '../../api/own-rows.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';

/** Gives a seat or a place on the waiting list to whoever comes next, once one has said so twice. */
export function LeaveCourse({ tenant, course }: { readonly tenant: string; readonly course: OwnCourse }) {
  const { t } = useWords();
  const leave = () =>
    answerOf<Written>(
      api.POST('/training/{tenant}/me/courses/{id}/cancel', { params: { path: { tenant, id: course.id } } }),
    );
  return (
    <AskingButton
      label={t('own.course.cancel')}
      title={t('own.course.cancel.title', { title: course.title })}
      text={t('own.course.cancel.text')}
      run={leave}
    />
  );
}
