import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.js';
import { shown, type Row } from './figures.js';

/** Of the first and the second day; told apart by brightness too. */
export const seriesColours = ['#2044aa', '#e08a1e'] as const;

/** Bars for figures that also stand in a table: an ornament to whoever hears the page. */
export function BarChart(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly series: readonly string[];
}) {
  const words = useWords();
  const { title, rows, series } = props;
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  // By what is in them: new arrays with the same figures draw nothing anew.
  const content = JSON.stringify(
    rows.flatMap(({ label, unit, values }) =>
      values.map((value, index) => ({
        name: label,
        series: series[index] ?? '',
        value: value ?? 0,
        text: shown(value, unit, words),
      })),
    ),
  );
  const rightToLeft = words.dir === 'rtl';
  useEffect(() => {
    const container = element.current;
    if (!container || width === 0) return;
    const gone = new AbortController();
    let remove: (() => void) | undefined;
    void (async () => {
      const { drawBars } = await import('./draw-bars.js');
      if (gone.signal.aborted) return;
      const bars = JSON.parse(content) as Parameters<typeof drawBars>[1];
      remove = await drawBars(container, bars, { width, rightToLeft, colours: seriesColours });
    })();
    return () => {
      gone.abort();
      remove?.();
    };
  }, [content, width, rightToLeft]);
  return (
    <figure className="chart">
      <figcaption className="kern-sr-only">{words.t('report.chart', { title })}</figcaption>
      {/* Vega places by left and right itself. */}
      <div className="chart__bars" dir="ltr" aria-hidden="true" ref={element} />
    </figure>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
