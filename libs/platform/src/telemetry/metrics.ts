export type Labels = Readonly<Record<string, string>>;

export interface Point<Value> {
  readonly labels: Labels;
  readonly value: Value;
}

/** Counts of what fell between the bounds; the last count is of what lies above all of them. */
export interface Distribution {
  readonly bounds: readonly number[];
  readonly counts: number[];
  sum: number;
  count: number;
}

interface Described {
  readonly name: string;
  readonly help: string;
}

export type Metric = Described &
  (
    | { readonly kind: 'counter' | 'gauge'; readonly points: readonly Point<number>[] }
    | { readonly kind: 'histogram'; readonly points: readonly Point<Distribution>[] }
  );

/** Series of one metric by their labels. Labels come from code and configuration only: people must not make new ones. */
class Series<Value> {
  private readonly points = new Map<string, { labels: Labels; value: Value }>();

  constructor(private readonly initial: () => Value) {}

  at(labels: Labels): { labels: Labels; value: Value } {
    const key = Object.values(labels).join('\n');
    let point = this.points.get(key);
    if (!point) {
      point = { labels, value: this.initial() };
      this.points.set(key, point);
    }
    return point;
  }

  all(): readonly Point<Value>[] {
    return [...this.points.values()];
  }
}

/** Only ever grows while the process lives. */
export class Counter {
  private readonly series = new Series(() => 0);

  /** Adding 0 shows a series before the first thing has happened, so that its first rise is seen. */
  add(labels: Labels, amount = 1): void {
    this.series.at(labels).value += amount;
  }

  all(): readonly Point<number>[] {
    return this.series.all();
  }
}

/** A figure as it was last seen. */
export class Gauge {
  private readonly series = new Series(() => 0);

  set(labels: Labels, value: number): void {
    this.series.at(labels).value = value;
  }

  all(): readonly Point<number>[] {
    return this.series.all();
  }
}

export class Histogram {
  private readonly series: Series<Distribution>;

  constructor(private readonly bounds: readonly number[]) {
    this.series = new Series(() => ({
      bounds,
      counts: Array.from({ length: bounds.length + 1 }, () => 0),
      sum: 0,
      count: 0,
    }));
  }

  observe(labels: Labels, value: number): void {
    const { value: seen } = this.series.at(labels);
    const above = this.bounds.findIndex((bound) => value <= bound);
    const index = above < 0 ? this.bounds.length : above;
    seen.counts[index] = (seen.counts[index] ?? 0) + 1;
    seen.sum += value;
    seen.count += 1;
  }

  all(): readonly Point<Distribution>[] {
    return this.series.all();
  }
}

/**
 * What a process counts. Counting is an addition in memory, since it happens for every command; exposition and export
 * are OpenTelemetry's, loaded only when somebody asks (telemetry/metric-export.ts).
 */
export class Metrics {
  private readonly known = new Map<string, () => Metric>();
  private readonly looks: (() => Promise<void>)[] = [];
  readonly since = Date.now();

  /** @param name ends with `_total` */
  counter(name: string, help: string): Counter {
    const counter = new Counter();
    this.know({ name, help }, (described) => ({ ...described, kind: 'counter', points: counter.all() }));
    return counter;
  }

  gauge(name: string, help: string): Gauge {
    const gauge = new Gauge();
    this.know({ name, help }, (described) => ({ ...described, kind: 'gauge', points: gauge.all() }));
    return gauge;
  }

  histogram(name: string, help: string, bounds: readonly number[]): Histogram {
    const histogram = new Histogram(bounds);
    this.know({ name, help }, (described) => ({ ...described, kind: 'histogram', points: histogram.all() }));
    return histogram;
  }

  /** Called before every reading, to set gauges. Deals with its own failures and ends within seconds. */
  beforeReading(look: () => Promise<void>): void {
    this.looks.push(look);
  }

  async read(): Promise<readonly Metric[]> {
    await Promise.all(this.looks.map((look) => look()));
    return [...this.known.values()].map((read) => read());
  }

  /** @throws Error when the name is taken: two parts would count into each other's figures. */
  private know(described: Described, read: (described: Described) => Metric): void {
    if (this.known.has(described.name)) throw new Error(`two metrics call themselves '${described.name}'`);
    this.known.set(described.name, () => read(described));
  }
}
