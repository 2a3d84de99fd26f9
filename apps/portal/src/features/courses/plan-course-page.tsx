import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/idempotency.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkText, errorsOf } from '../../ui/check.js';
import { SelectField } from '../../ui/choices.js';
import { useDraft } from '../../ui/draft.js';
import { TextField } from '../../ui/fields.js';
import { DraftNotice, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';
import { curriculaQuery } from './course-queries.js';
import { emptyPlan, type CoursePlan } from './plan.js';
import { savePlan } from './save-plan.js';
import { PlanSessions } from './plan-sessions.js';

/** Plans a course, from a curriculum or freely. */
export function PlanCoursePage() {
  const words = useWords();
  const { t } = words;
  const { tenant } = useParams({ from: '/t/$tenant/buero/kurse/neu' });
  const navigate = useNavigate();
  const curricula = useQuery(curriculaQuery(tenant)).data?.items ?? [];
  const { form, change, discard, restored, touched } = useDraft(`plan-course.${tenant}`, emptyPlan);
  const [errors, setErrors] = useState<FieldErrors<CoursePlan>>({});
  const [key] = useState(newKey);
  const saving = useAction(() => savePlan(tenant, form, key), {
    onDone: ({ id }) => {
      discard();
      void navigate({ to: '/t/$tenant/buero/kurse/$id', params: { tenant, id } });
    },
  });
  const submit = () => {
    const found = errorsOf({
      code: checkText(form.code, words),
      town: checkText(form.town, words),
      title: form.curriculumId ? undefined : checkText(form.title, words),
      sessions: form.sessions.length === 0 ? t('plan.no-sessions') : undefined,
    });
    setErrors(found);
    if (Object.keys(found).length === 0) saving.mutate(undefined);
  };
  const text = (field: 'code' | 'title' | 'town' | 'seats') => ({
    value: form[field],
    error: errors[field],
    onChange: (value: string) => change({ [field]: value }),
  });
  return (
    <Page title={t('plan.title')} lead={t('plan.lead')}>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <Form<CoursePlan>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('plan.save')}
          </Button>
        }
      >
        <Panel title={t('plan.course')}>
          {curricula.length > 0 && (
            <SelectField
              label={t('plan.curriculum')}
              empty={t('plan.curriculum.none')}
              value={form.curriculumId}
              options={curricula.map(({ id, title }) => [id, title])}
              onChange={(curriculumId) => change({ curriculumId, sessions: [] })}
            />
          )}
          <div className="columns">
            <TextField label={t('plan.name')} required={!form.curriculumId} {...text('title')} />
            <TextField label={t('common.town')} required {...text('town')} />
            <TextField label={t('plan.code')} hint={t('plan.code.hint')} required maxLength={40} {...text('code')} />
            <TextField
              label={t('plan.seats')}
              hint={t('plan.seats.hint')}
              required={false}
              type="number"
              min={1}
              {...text('seats')}
            />
          </div>
        </Panel>
        <Panel title={t('plan.dates')}>
          {errors.sessions && <Notice tone="danger" title={errors.sessions} />}
          <PlanSessions form={form} change={change} curriculum={curricula.find(({ id }) => id === form.curriculumId)} />
        </Panel>
        {saving.error && <Failure error={saving.error} />}
      </Form>
    </Page>
  );
}
