import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkText, errorsOf } from '../../ui/check.js';
import { SelectField } from '../../ui/choices.js';
import { TextField } from '../../ui/fields.js';
import { DraftNotice, Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { useSentForm } from '../../ui/sent-form.js';
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
  const { form, errors, change, discard, restored, submit, sending } = useSentForm({
    name: `plan-course.${tenant}`,
    empty: emptyPlan,
    check: (plan) =>
      errorsOf({
        code: checkText(plan.code, words),
        town: checkText(plan.town, words),
        title: plan.curriculumId ? undefined : checkText(plan.title, words),
        sessions: plan.sessions.length === 0 ? t('plan.no-sessions') : undefined,
      }),
    send: (plan, key) => savePlan(tenant, plan, key),
    onDone: ({ id }) => void navigate({ to: '/t/$tenant/buero/kurse/$id', params: { tenant, id } }),
  });
  const text = (field: 'code' | 'title' | 'town' | 'seats') => ({
    value: form[field],
    error: errors[field],
    onChange: (value: string) => change({ [field]: value }),
  });
  return (
    <Page title={t('plan.title')} lead={t('plan.lead')}>
      <DraftNotice restored={restored} onDiscard={discard} />
      <Form<CoursePlan>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
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
        {sending.error && <Failure error={sending.error} />}
      </Form>
    </Page>
  );
}
