import { given } from '@lotsennetz/testing';
import { logoChosen, logoRemoved } from '../example-logo.js';
import { logo } from '../logo/logo.stream.js';
import { changeLogo } from './change-logo.decider.js';

const choose = { wanted: logoChosen.data, on: logoChosen.happenedOn };
const remove = { wanted: undefined, on: logoRemoved.happenedOn };

describe('changing the logo', () => {
  it('records the first one, and another one', () => {
    const other = { ...logoChosen.data, version: 'version-2' };
    given(logo).when(changeLogo, choose).then(logoChosen);
    given(logo, logoChosen)
      .when(changeLogo, { ...choose, wanted: other })
      .then({ ...logoChosen, data: other });
  });
  it('records that there is none any more, and one that is back', () => {
    given(logo, logoChosen).when(changeLogo, remove).then(logoRemoved);
    given(logo, logoChosen, logoRemoved).when(changeLogo, choose).then(logoChosen);
  });
  it('to what it is changes nothing', () => {
    given(logo, logoChosen).when(changeLogo, choose).thenNothing();
    given(logo).when(changeLogo, remove).thenNothing();
    given(logo, logoChosen, logoRemoved).when(changeLogo, remove).thenNothing();
  });
});
