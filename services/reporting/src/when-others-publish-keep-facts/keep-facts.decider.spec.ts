import { day, instant } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { facts, type FactsEvent } from '../facts/facts.stream.js';
import { keepFacts, type SourceFact } from './keep-facts.decider.js';

const rosa = 'registration.volunteer-siegen_rosa';
const emre = 'registration.volunteer-siegen_emre';

function accepted(sourceStream: string, sourceRevision: number): SourceFact {
  return {
    happenedOn: day('2015-02-10'),
    data: {
      fact: 'volunteer-accepted',
      sourceStream,
      sourceRevision,
      sourceEvent: `${sourceStream}-${sourceRevision}`,
      recordedAt: instant('2015-02-11T08:00:00Z'),
      volunteer: 'somebody',
    },
  };
}

const recorded = (fact: SourceFact): FactsEvent => ({ type: 'FactRecorded', ...fact });

describe('keeping facts', () => {
  it('records them on the day they are about', () => {
    const [first, other] = [accepted(rosa, 1), accepted(emre, 1)];
    given(facts).when(keepFacts, [first, other]).then(recorded(first), recorded(other));
  });

  it('records nothing at or below the last revision known of its stream', () => {
    given(facts, recorded(accepted(rosa, 3)))
      .when(keepFacts, [accepted(rosa, 3), accepted(rosa, 2)])
      .thenNothing();
  });

  it('the same fact twice in one go counts once', () => {
    const fact = accepted(rosa, 1);
    given(facts).when(keepFacts, [fact, fact]).then(recorded(fact));
  });

  it('gaps are normal, and other streams go on their own', () => {
    const [later, other] = [accepted(rosa, 7), accepted(emre, 0)];
    given(facts, recorded(accepted(rosa, 3)))
      .when(keepFacts, [later, other])
      .then(recorded(later), recorded(other));
  });

  it('two tenants share no memory', () => {
    given(facts, recorded(accepted(rosa, 3)))
      .when(keepFacts, [])
      .thenNothing();
    const fact = accepted(rosa, 0);
    given(facts).when(keepFacts, [fact]).then(recorded(fact));
  });
});
