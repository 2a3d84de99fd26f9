import { given } from '@lotsennetz/testing';
import { exportExpired, exportRequested } from '../example-facts.js';
import { expireExport } from '../expire-export.decider.js';
import { personExport } from '../export/export.stream.js';

const command = { on: exportExpired.happenedOn };

describe('an export whose time is over', () => {
  it('expires, complete or not', () => {
    given(personExport, exportRequested).when(expireExport, command).then(exportExpired);
  });
  it('expires once', () => {
    given(personExport, exportRequested, exportExpired).when(expireExport, command).thenNothing();
    given(personExport).when(expireExport, command).thenNothing();
  });
});
