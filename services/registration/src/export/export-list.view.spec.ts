import { serviceNames } from '@lotsennetz/contracts';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { exportCompleted, exportExpired, exportPart, exportRequested } from '../example-facts.js';
import { exportList } from './export-list.view.js';
import { personExport, type ExportEvent } from './export.stream.js';

const rowAfter = async (...events: readonly ExportEvent[]) =>
  (await foldProjection(exportList, recordedEvents(personExport, { id: 'export-1' }, ...events))).get('export-1');

describe('the list of exports', () => {
  it('shows who is asked for what, and until when it can be fetched', async () =>
    expect(await rowAfter(exportRequested)).toMatchObject({
      id: 'export-1',
      subjectId: 'rosa',
      status: 'gathering',
      requestedOn: '2016-02-01',
      expiresOn: '2016-02-08',
      missing: serviceNames,
    }));
  it('shows which services still gather, and that it is complete', async () => {
    const half = await rowAfter(exportRequested, exportPart('training', 1, 2));
    expect(half?.missing).toContain('training');
    const whole = await rowAfter(exportRequested, exportPart('training', 1, 2), exportPart('training', 2, 2));
    expect(whole?.missing).not.toContain('training');
    expect(whole).not.toHaveProperty('facts');
    expect(await rowAfter(exportRequested, exportCompleted)).toMatchObject({ status: 'complete', missing: [] });
  });
  it('shows that it has expired', async () =>
    expect(await rowAfter(exportRequested, exportCompleted, exportExpired)).toMatchObject({ status: 'expired' }));
});
