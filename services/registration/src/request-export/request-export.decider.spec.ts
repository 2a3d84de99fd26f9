import { given } from '@lotsennetz/testing';
import { exportAsked, exportRequested } from '../example-facts.js';
import { personExport } from '../export/export.stream.js';
import { requestExport } from '../request-export.decider.js';

const command = { ...exportAsked, on: exportRequested.happenedOn } as const;

describe('asking what is stored', () => {
  it('asks every service, and can be fetched for seven days', () => {
    given(personExport).when(requestExport, command).then(exportRequested);
  });
  it('twice changes nothing', () => {
    given(personExport, exportRequested).when(requestExport, command).thenNothing();
  });
});
