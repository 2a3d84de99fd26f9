import type { DifferenceEvent } from '../../api/reports.js';
import { useWords, type Words } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Table } from '../../ui/table.js';
import { detailOf, lateness, subjectOf } from './tell-event.js';

/** Events in words; late entries say so. */
export function DifferenceTable(props: {
  readonly events: readonly DifferenceEvent[];
  /** The earlier of the two days. */
  readonly from: string;
}) {
  const words = useWords();
  const { t, day } = words;
  return (
    <Table
      caption={t('report.events')}
      rows={props.events}
      rowKey={({ id }) => id}
      columns={[
        { title: t('report.event.happened'), cell: ({ happenedOn }) => day(happenedOn) },
        { title: t('report.event.what'), cell: (event) => <What event={event} words={words} /> },
        { title: t('report.event.about'), cell: (event) => <About event={event} words={words} /> },
        {
          title: t('report.event.recorded'),
          cell: (event) => <Recorded event={event} from={props.from} words={words} />,
        },
      ]}
    />
  );
}

function What({ event, words }: { readonly event: DifferenceEvent; readonly words: Words }) {
  const detail = detailOf(event, words);
  return (
    <>
      {words.t(`fact.${event.fact}`)}
      {detail !== undefined && <span className="event__detail">{detail}</span>}
    </>
  );
}

/** By the end of the id, which is enough to find it in the file: reports know no names. */
function About({ event, words }: { readonly event: DifferenceEvent; readonly words: Words }) {
  const subject = subjectOf(event);
  if (!subject) return words.t('common.none');
  return (
    <>
      {words.t(`report.about.${subject.kind}`)}{' '}
      <code className="event__id" dir="ltr" title={subject.id}>
        {subject.id.slice(-8)}
      </code>
    </>
  );
}

function Recorded(props: { readonly event: DifferenceEvent; readonly from: string; readonly words: Words }) {
  const { t, moment } = props.words;
  const late = lateness(props.event, props.from);
  return (
    <>
      <span className="event__moment">{moment(props.event.recordedAt)}</span>
      {late === 'late' && <Badge tone="info">{t('report.event.late', { count: props.event.daysLate })}</Badge>}
      {late === 'not-known-then' && <Badge tone="warning">{t('report.event.not-known-then')}</Badge>}
    </>
  );
}
