import { WEIGHT_GUIDE, type Weights } from '@lotsennetz/assignment';
import { WholeNumber } from '@lotsennetz/platform';

const Weight = (name: keyof Weights) => {
  const { least, most, standard, reason } = WEIGHT_GUIDE[name];
  return WholeNumber({
    min: least,
    max: most,
    optional: true,
    description: `${standard} unless told otherwise. ${reason}`,
  });
};

/** What a tenant chooses; a weight left out is the default. */
export class WeightsBody implements Partial<Weights> {
  @Weight('bandPoints')
  readonly bandPoints?: number;
  @Weight('secondLanguagePoints')
  readonly secondLanguagePoints?: number;
  @Weight('furtherLanguagePoints')
  readonly furtherLanguagePoints?: number;
  @Weight('topicPoints')
  readonly topicPoints?: number;
  @Weight('dayPartPoints')
  readonly dayPartPoints?: number;
  @Weight('kmPoints')
  readonly kmPoints?: number;
  @Weight('sameTownKm')
  readonly sameTownKm?: number;
  @Weight('hysteresisPoints')
  readonly hysteresisPoints?: number;
  @Weight('balancePoints')
  readonly balancePoints?: number;
  @Weight('waitingPoints')
  readonly waitingPoints?: number;
  @Weight('agingDays')
  readonly agingDays?: number;
}
