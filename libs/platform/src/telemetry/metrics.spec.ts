import { prometheusText } from './metric-export.js';
import { Metrics } from './metrics.js';

const linesOf = async (metrics: Metrics) => (await prometheusText(metrics)).split('\n');

describe('metrics', () => {
  it('count by labels, and show a series before anything has happened', async () => {
    const metrics = new Metrics();
    const mails = metrics.counter('mails_total', 'Mails.');
    mails.add({ outcome: 'failed' }, 0);
    mails.add({ outcome: 'sent' });
    mails.add({ outcome: 'sent' }, 2);
    expect(await linesOf(metrics)).toEqual([
      '# HELP mails_total Mails.',
      '# TYPE mails_total counter',
      'mails_total{outcome="failed"} 0',
      'mails_total{outcome="sent"} 3',
      '',
    ]);
  });

  it('are looked up when they are read', async () => {
    const metrics = new Metrics();
    const lag = metrics.gauge('lag_seconds', 'Lag.');
    let seconds = 1;
    metrics.beforeReading(() => {
      lag.set({ view: 'a' }, seconds);
      return Promise.resolve();
    });
    expect(await linesOf(metrics)).toContain('lag_seconds{view="a"} 1');
    seconds = 2.5;
    expect(await linesOf(metrics)).toContain('lag_seconds{view="a"} 2.5');
  });

  it('distribute over bounds, each of which counts what is below it too', async () => {
    const metrics = new Metrics();
    const seconds = metrics.histogram('took_seconds', 'Time.', [0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe({ route: '/' }, value);
    const lines = await linesOf(metrics);
    expect(lines).toContain('took_seconds_bucket{route="/",le="0.1"} 2');
    expect(lines).toContain('took_seconds_bucket{route="/",le="1"} 3');
    expect(lines).toContain('took_seconds_bucket{route="/",le="+Inf"} 4');
    expect(lines).toContain('took_seconds_count{route="/"} 4');
    expect(lines).toContain('took_seconds_sum{route="/"} 7.65');
  });

  it('have names of their own', () => {
    const metrics = new Metrics();
    metrics.gauge('lag_seconds', 'Lag.');
    expect(() => metrics.counter('lag_seconds', 'Another.')).toThrow('lag_seconds');
  });
});
