import type { ReactNode } from 'react';
import type { IntegrationReport } from '../../api/reports.js';
import { useWords } from '../../i18n/index.js';
import { Facts, Panel } from '../../ui/panel.js';
import { BarChart, seriesColours } from './bar-chart.js';
import { FigureTable } from './figure-table.js';
import { differenceIn, groupsOf } from './figures.js';

/** The figures of one day or two, each group with its bars and its table. */
export function ReportFigures(props: {
  readonly reports: readonly IntegrationReport[];
  /** While other days are on their way, what is shown is still of the earlier ones. */
  readonly pending: boolean;
  /** Between the figures and where they come from. */
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const { t, day } = words;
  const { reports } = props;
  const groups = groupsOf(reports, words);
  const series = reports.map(({ asOf }) => day(asOf));
  const differences = groups.flatMap(({ rows }) => rows).filter((row) => differenceIn(row)).length;
  return (
    <div className="stack" aria-busy={props.pending}>
      {series.length > 1 && (
        <>
          <p className="kern-body" role="status">
            {differences > 0 ? t('report.differences', { count: differences }) : t('report.differences.none')}
          </p>
          <Legend series={series} />
        </>
      )}
      <div className="report-groups">
        {groups.map(({ title, rows, bars }) => (
          <Panel key={title} title={t(title)}>
            {bars.length > 0 && <BarChart title={t(title)} rows={bars} series={series} />}
            <FigureTable caption={t(title)} rows={rows} series={series} />
          </Panel>
        ))}
      </div>
      {props.children}
      <Panel title={t('report.trust')}>
        {reports.map((report) => (
          <Trust key={report.asOf} report={report} />
        ))}
        <p className="kern-body kern-body--muted">{t('report.hash.hint')}</p>
      </Panel>
    </div>
  );
}

function Legend({ series }: { readonly series: readonly string[] }) {
  return (
    <ul className="legend">
      {series.map((each, index) => (
        <li key={each}>
          <svg viewBox="0 0 10 10" width="16" height="16" aria-hidden="true">
            <rect width="10" height="10" rx="2" fill={seriesColours[index]} />
          </svg>
          {each}
        </li>
      ))}
    </ul>
  );
}

function Trust({ report }: { readonly report: IntegrationReport }) {
  const { t, day, moment } = useWords();
  const { name, version } = report.definition;
  return (
    <Facts
      rows={[
        [t('report.as-of'), day(report.asOf)],
        [t('report.known-at'), report.knownAt === null ? t('report.known-at.now') : moment(report.knownAt)],
        [t('report.definition'), t('report.definition.text', { name, version })],
        [
          t('report.hash'),
          <code key="hash" className="hash" dir="ltr">
            {report.hash}
          </code>,
        ],
      ]}
    />
  );
}
