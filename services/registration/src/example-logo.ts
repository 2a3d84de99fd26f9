import { day } from '@lotsennetz/kernel';
import type { LogoEvent } from './logo/logo.stream.js';

/** Facts that specs are given: a town chooses a logo, and does without again. */

type Fact<Type extends LogoEvent['type']> = Extract<LogoEvent, { type: Type }>;

export const logoChosen: Fact<'LogoChosen'> = {
  type: 'LogoChosen',
  happenedOn: day('2015-01-06'),
  data: { version: 'version-1', mediaType: 'image/png', picture: 'iVBORw0KGgo=' },
};
export const logoRemoved: Fact<'LogoRemoved'> = { type: 'LogoRemoved', happenedOn: day('2015-02-06'), data: {} };
