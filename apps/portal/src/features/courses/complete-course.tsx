import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import type { CourseDetails } from '../../api/training-rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { useSayDone } from '../../ui/announcer.js';
import { Button } from '../../ui/button.js';
import { StepDialog } from '../../ui/step-dialog.js';

/** Ends a course; whoever attended enough is certified. */
export function CompleteCourse({ tenant, course }: { readonly tenant: string; readonly course: CourseDetails }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const sayDone = useSayDone();
  const completing = useAction(
    (on: string) =>
      answerOf<Written>(
        api.POST('/training/{tenant}/courses/{id}/complete', {
          params: { path: { tenant, id: course.id } },
          headers: seen(course.revision),
          body: { on },
        }),
      ),
    {
      onDone: () => {
        setAsked(false);
        sayDone(t('course.complete'));
      },
    },
  );
  return (
    <>
      <Button variant="primary" onClick={() => setAsked(true)}>
        {t('course.complete')}
      </Button>
      {asked && (
        <StepDialog
          title={t('course.complete')}
          text={t('course.complete.text')}
          action={t('course.complete')}
          busy={completing.isPending}
          error={completing.error}
          onDo={(on) => completing.mutate(on)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
