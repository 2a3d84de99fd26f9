import { serviceNames } from '@lotsennetz/contracts';
import { given } from '@lotsennetz/testing';
import { exportCompleted, exportExpired, exportPart, exportRequested } from '../example-facts.js';
import { personExport } from '../export/export.stream.js';
import { keepPart } from './keep-part.decider.js';

const on = exportRequested.happenedOn;
const others = serviceNames.filter((service) => service !== 'training').map((service) => exportPart(service));
const first = { ...exportPart('training', 1, 2).data, on };
const second = { ...exportPart('training', 2, 2).data, on };

describe('keeping a part of an export', () => {
  it('waits for the other parts and services', () => {
    given(personExport, exportRequested)
      .when(keepPart, first)
      .then(exportPart('training', 1, 2));
    given(personExport, exportRequested, ...others)
      .when(keepPart, first)
      .then(exportPart('training', 1, 2));
    given(personExport, exportRequested, exportPart('training', 1, 2))
      .when(keepPart, second)
      .then(exportPart('training', 2, 2));
  });
  it('completes it with the last one, whatever their order', () => {
    given(personExport, exportRequested, exportPart('training', 2, 2), ...others)
      .when(keepPart, first)
      .then(exportPart('training', 1, 2), exportCompleted);
  });
  it('twice changes nothing', () => {
    given(personExport, exportRequested, exportPart('training', 1, 2))
      .when(keepPart, first)
      .thenNothing();
  });
  it('keeps nothing of an export that has expired, or that nobody asked for', () => {
    given(personExport, exportRequested, exportExpired).when(keepPart, first).thenNothing();
    given(personExport).when(keepPart, first).thenNothing();
  });
});
