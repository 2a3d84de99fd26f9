import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { services } from '@lotsennetz/suite';
import { unheardOf } from './alert-rules.js';

const folder = join(import.meta.dirname, '../../deploy/alerts');
const files = globSync('*.yaml', { cwd: folder });

describe('alert rules', () => {
  let platform: TestDeployment;
  let page: string;
  beforeAll(async () => {
    platform = await startForTest(services);
    page = (await platform.call('GET', '/metrics')).body as string;
  });
  afterAll(() => platform.close());

  it.each(files)('%s asks only for what /metrics tells, from the first moment on', (file) => {
    expect(unheardOf(readFileSync(join(folder, file), 'utf8'), page)).toEqual([]);
  });

  const planted = (expr: string) => unheardOf(`groups: [{ rules: [{ alert: Planted, expr: '${expr}' }] }]`, page);

  it('are caught when nobody tells what they ask for', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(planted('lotsennetz_parked_stream > 0')).toEqual(['Planted: no metric lotsennetz_parked_stream']);
    expect(planted('rate(lotsennetz_mails_total{outcome="lost"}[5m]) > 0')).toEqual([
      'Planted: no series of lotsennetz_mails_total with outcome="lost"',
    ]);
    expect(planted('max by (service, tenant) (lotsennetz_relay_lag_seconds) > 1')).toEqual([
      'Planted: lotsennetz_relay_lag_seconds has no label tenant',
    ]);
    expect(planted('max by (service, view) (lotsennetz_view_lag_seconds) > 1')).toEqual([]);
  });
});
