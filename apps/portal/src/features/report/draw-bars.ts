import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

export interface Bar {
  readonly name: string;
  readonly series: string;
  readonly value: number;
  /** What stands at the end of the bar. */
  readonly text: string;
}

export interface BarsOptions {
  readonly width: number;
  readonly rightToLeft: boolean;
  readonly colours: readonly string[];
}

/** Draws bars into the element; the answer takes them away again. Needs no `eval`, which the platform's policy forbids. */
export async function drawBars(
  container: HTMLElement,
  bars: readonly Bar[],
  options: BarsOptions,
): Promise<() => void> {
  const { spec } = compile(specOf(bars, options));
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container,
    hover: false,
  });
  await view.runAsync();
  return () => void view.finalize();
}

function specOf(bars: readonly Bar[], { width, rightToLeft, colours }: BarsOptions): TopLevelSpec {
  const range = [...new Set(bars.map(({ series }) => series))].map((_, index) => colours[index] ?? '');
  return {
    data: { values: [...bars] },
    width,
    height: new Set(bars.map(({ name }) => name)).size * (range.length > 1 ? 48 : 36),
    autosize: { type: 'fit-x', contains: 'padding' },
    background: 'transparent',
    padding: 4,
    encoding: {
      y: {
        ...{ field: 'name', type: 'nominal', sort: null },
        axis: {
          ...{ title: null, domain: false, ticks: false, labelPadding: 8, labelLimit: width / 3 },
          orient: rightToLeft ? 'right' : 'left',
        },
      },
      yOffset: { field: 'series', sort: null },
      x: {
        ...{ field: 'value', type: 'quantitative', axis: null },
        // Room for the figure at the end of the longest bar.
        scale: { reverse: rightToLeft, domainMin: 0, domainMax: { expr: `${widest(bars) * 1.15}` } },
      },
    },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 3 },
        encoding: { color: { field: 'series', type: 'nominal', sort: null, scale: { range }, legend: null } },
      },
      {
        mark: { type: 'text', align: rightToLeft ? 'right' : 'left', dx: rightToLeft ? -6 : 6 },
        encoding: { text: { field: 'text', type: 'nominal' } },
      },
    ],
    config: {
      font: getComputedStyle(document.body).fontFamily,
      view: { stroke: null },
      axis: { labelFontSize: 14, labelColor: '#131525' },
      text: { fontSize: 14, color: '#131525' },
    },
  };
}

function widest(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map(({ value }) => value));
}
