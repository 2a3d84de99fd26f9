import type { IntegrationFigures } from './integration-report.definition.js';
import { hashOf, type IntegrationReport } from './integration-report.js';
import { cellsToHide, type Structure } from './suppress-small-cells.js';

type HiddenIn<Figures> = {
  readonly [Name in keyof Figures]: Figures[Name] extends number ? number | null : HiddenIn<Figures[Name]>;
};

/** The report as a county reads it; null stands for a figure that is hidden. */
export type SuppressedReport = Omit<IntegrationReport, keyof IntegrationFigures> &
  HiddenIn<IntegrationFigures> & {
    /** Names of the hidden figures, such as `volunteers.paused`. */
    readonly suppressed: readonly string[];
  };

/**
 * The report for whoever is not of the tenant: counts of 1 to 4 people are hidden, and what they would follow from.
 * Its hash covers what is shown: one over the exact figures would let small ones be found by trying.
 */
export function reportForOthers(report: IntegrationReport): SuppressedReport {
  const { tenant, asOf, knownAt, definition, positions, hash: _, ...figures } = report;
  const cells = Object.fromEntries(cellsOf(figures, ''));
  const hidden = cellsToHide(cells, structureOf(figures));
  const shown = withoutCells(figures, hidden, '') as HiddenIn<IntegrationFigures>;
  const suppressed = [...hidden].sort();
  const parameters = { tenant, asOf, knownAt };
  const hash = hashOf({ definition, parameters, figures: shown, suppressed });
  return { ...parameters, ...shown, definition, positions, suppressed, hash };
}

function structureOf({ certificates }: IntegrationFigures): Structure {
  const years = Object.keys(certificates.byYear).map((year) => `certificates.byYear.${year}`);
  const sums = [
    { total: 'certificates.total', parts: years },
    { total: 'requests.received', parts: ['requests.matched', 'requests.open'] },
    { total: 'placements.started', parts: ['placements.running', 'placements.ended'] },
  ];
  const volunteers = ['interested', 'active', 'paused', 'left'].map((status) => `volunteers.${status}`);
  const people = [...sums.flatMap(({ total, parts }) => [total, ...parts]), ...volunteers];
  return {
    people: [...people, 'households.registered', 'households.persons', 'visits.logged'],
    sums,
    about: {
      'households.registered': ['households.persons'],
      'households.persons': ['households.registered'],
      'visits.logged': ['visits.minutes'],
      'placements.started': ['visits.logged'],
    },
  };
}

function cellsOf(value: object, prefix: string): readonly (readonly [string, number])[] {
  return Object.entries(value).flatMap(([name, each]: [string, number | object]) =>
    typeof each === 'number' ? [[`${prefix}${name}`, each] as const] : cellsOf(each, `${prefix}${name}.`),
  );
}

function withoutCells(value: object, hidden: ReadonlySet<string>, prefix: string): object {
  const entries = Object.entries(value).map(([name, each]: [string, number | object]): [string, unknown] => {
    if (typeof each !== 'number') return [name, withoutCells(each, hidden, `${prefix}${name}.`)];
    return [name, hidden.has(`${prefix}${name}`) ? null : each];
  });
  return Object.fromEntries(entries);
}
