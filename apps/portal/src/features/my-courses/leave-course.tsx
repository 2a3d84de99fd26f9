import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { OwnCourse } from '../../api/own-rows.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Failure } from '../../ui/states.js';

/** Gives a seat or a place on the waiting list to whoever comes next, once one has said so twice. */
export function LeaveCourse({ tenant, course }: { readonly tenant: string; readonly course: OwnCourse }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const leaving = useAction(
    () =>
      answerOf<Written>(
        api.POST('/training/{tenant}/me/courses/{id}/cancel', { params: { path: { tenant, id: course.id } } }),
      ),
    { onDone: () => setAsked(false) },
  );
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('own.course.cancel')}</Button>
      {asked && (
        <Dialog
          title={t('own.course.cancel.title', { title: course.title })}
          onClose={() => setAsked(false)}
          footer={
            <>
              <Button variant="tertiary" onClick={() => setAsked(false)}>
                {t('action.cancel')}
              </Button>
              <Button variant="primary" busy={leaving.isPending} onClick={() => leaving.mutate(undefined)}>
                {t('own.course.cancel')}
              </Button>
            </>
          }
        >
          {leaving.error && <Failure error={leaving.error} />}
          <p className="kern-body">{t('own.course.cancel.text')}</p>
        </Dialog>
      )}
    </>
  );
}
