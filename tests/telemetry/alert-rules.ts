import { parse } from 'yaml';

interface Rule {
  readonly alert: string;
  readonly expr: string;
}

/** Series of a page in Prometheus' text format: metric, and labels with their values. */
interface Series {
  readonly metric: string;
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * What alert rules ask for and a page of metrics does not have: a metric, a value of a label, or a label they group
 * by. A rule about something that nobody tells never fires, and nobody notices.
 */
export function unheardOf(rules: string, page: string): readonly string[] {
  const series = seriesOf(page);
  const { groups } = parse(rules) as { readonly groups: readonly { readonly rules: readonly Rule[] }[] };
  return groups
    .flatMap((group) => group.rules)
    .flatMap(({ alert, expr }) => findings(expr, series).map((finding) => `${alert}: ${finding}`));
}

function findings(expr: string, series: readonly Series[]): readonly string[] {
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(/,\s*/));
  return [...expr.matchAll(/\b(lotsennetz_\w+)(?:\{([^}]*)\})?/g)].flatMap(([, metric = '', matchers = '']) => {
    const known = series.filter((each) => each.metric === metric);
    if (known.length === 0) return [`no metric ${metric}`];
    const values = [...matchers.matchAll(/(\w+)="([^"]*)"/g)]
      .filter(([, label = '', value]) => !known.some(({ labels }) => labels.get(label) === value))
      .map(([matcher]) => `no series of ${metric} with ${matcher}`);
    const labels = grouped
      .filter((label) => !known.every((each) => each.labels.has(label)))
      .map((label) => `${metric} has no label ${label}`);
    return [...values, ...labels];
  });
}

function seriesOf(page: string): readonly Series[] {
  return [...page.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)].map(([, metric = '', labels = '']) => ({
    metric,
    labels: new Map(
      [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  }));
}
