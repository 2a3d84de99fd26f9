import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { logoChosen, logoRemoved } from '../example-logo.js';
import { logoVersion } from './logo-version.view.js';
import { logo, type LogoEvent } from './logo.stream.js';

const rowAfter = async (...events: readonly LogoEvent[]) =>
  (await foldProjection(logoVersion, recordedEvents(logo, { id: 'siegen' }, ...events))).get('siegen');

describe('the version of a logo', () => {
  it('is that of its bytes, which the row does not hold', async () => {
    expect(await rowAfter(logoChosen)).toEqual({ id: 'siegen', version: logoChosen.data.version });
  });
  it('is gone with the logo', async () => {
    expect(await rowAfter(logoChosen, logoRemoved)).toBeUndefined();
  });
});
