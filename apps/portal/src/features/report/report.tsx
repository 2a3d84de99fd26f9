import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { integrationReportCsv, integrationReportQuery, type IntegrationReport } from '../../api/reports.js';
import { useWords } from '../../i18n/index.js';
import { Button, buttonClass } from '../../ui/button.js';
import { today } from '../../ui/code-words.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loading } from '../../ui/states.js';
import { Difference } from './difference.js';
import { KnownChoice } from './known-choice.js';
import { PickDay } from './pick-day.js';
import { askedIn, dayAfter, differenceFor, questionFor, type Asked } from './question.js';
import { ReportFigures } from './report-figures.js';
import './report.css';

/** How long a finger rests before the platform is asked: a slider passes many days. */
const restMs = 250;

/** A tenant's report, and what is asked of it. */
export function Report(props: {
  readonly tenant: string;
  /** What was asked, as it stands in the address. */
  readonly search: Readonly<Record<string, unknown>>;
  readonly onAsked: (asked: Asked) => void;
  /** A county is not told of single events, whatever else it may read. */
  readonly fromOutside?: boolean;
}) {
  const { tenant, onAsked } = props;
  const [day] = useState(today);
  const [asked, setAsked] = useState(askedIn(props.search, day));
  const settled = useSettled(asked);
  useEffect(() => onAsked(settled), [onAsked, settled]);
  const days = [settled.asOf, ...(settled.with === undefined ? [] : [settled.with])];
  const questions = days.map((each) => questionFor(each, settled.known, day));
  const [first, second] = questions;
  const reports = useQueries({
    queries: questions.map((each) => ({
      ...integrationReportQuery(tenant, each),
      placeholderData: keepPreviousData,
    })),
  });
  return (
    <>
      <Question asked={asked} span={{ first: useFirstDay(tenant, day), last: day }} onChange={setAsked}>
        {questions.map((each) => (
          <Download
            key={each.asOf}
            href={integrationReportCsv(tenant, each)}
            day={each.asOf}
            several={days.length > 1}
          />
        ))}
      </Question>
      <Answer reports={reports} fromOutside={props.fromOutside ?? false}>
        {first && second && <Difference tenant={tenant} question={differenceFor([first, second])} />}
      </Answer>
    </>
  );
}

function Question(props: {
  readonly asked: Asked;
  readonly span: { readonly first: string; readonly last: string };
  readonly onChange: (asked: Asked) => void;
  readonly children: React.ReactNode;
}) {
  const { t } = useWords();
  const { asked, span, onChange } = props;
  const { with: other, ...alone } = asked;
  return (
    <Panel title={t('report.question')}>
      <PickDay
        label={t('report.as-of')}
        value={asked.asOf}
        {...span}
        onChange={(asOf) => onChange({ ...asked, asOf })}
      />
      {other !== undefined && (
        <PickDay
          label={t('report.compare.day')}
          value={other}
          {...span}
          onChange={(day) => onChange({ ...asked, with: day })}
        />
      )}
      <KnownChoice asked={asked} today={span.last} onChange={(known) => onChange({ ...asked, known })} />
      <div className="actions">
        {other === undefined ? (
          <Button onClick={() => onChange({ ...asked, with: dayAfter(asked.asOf, -365) })}>
            {t('report.compare')}
          </Button>
        ) : (
          <Button onClick={() => onChange(alone)}>{t('report.compare.stop')}</Button>
        )}
        {props.children}
      </div>
    </Panel>
  );
}

/** The figures, and under those of two days what made the difference. */
function Answer(props: {
  readonly reports: readonly UseQueryResult<IntegrationReport>[];
  readonly fromOutside: boolean;
  readonly children: React.ReactNode;
}) {
  const { t } = useWords();
  const { reports, fromOutside } = props;
  const failed = reports.find(({ error }) => error);
  if (failed?.error) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  const known = reports.map(({ data }) => data).filter((data) => data !== undefined);
  if (known.length < reports.length) return <Loading />;
  return (
    <ReportFigures reports={known} pending={reports.some(({ isPlaceholderData }) => isPlaceholderData)}>
      {fromOutside && known.length > 1 ? <Notice tone="info" title={t('report.events.own-only')} /> : props.children}
    </ReportFigures>
  );
}

function Download({ href, day, several }: { readonly href: string; readonly day: string; readonly several: boolean }) {
  const words = useWords();
  return (
    <a className={buttonClass('secondary')} href={href} download>
      <Icon name="download" />
      <span className="kern-label">
        {several ? words.t('report.download.of', { day: words.day(day) }) : words.t('report.download')}
      </span>
    </a>
  );
}

/** Where the slider begins: with the year of the first certificate, and two whole years back at least. */
function useFirstDay(tenant: string, today: string): string {
  const { data } = useQuery(integrationReportQuery(tenant, { asOf: today }));
  const years = Object.keys(data?.certificates.byYear ?? {}).map(Number);
  return `${Math.min(Number(today.slice(0, 4)) - 2, ...years)}-01-01`;
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
