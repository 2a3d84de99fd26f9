import { writeCsv } from '@lotsennetz/platform';
import type { IntegrationReport } from './integration-report.js';
import type { SuppressedReport } from './report-for-others.js';

/** The report for spreadsheets: one figure a line, German labels. Hidden figures say so. */
export function integrationReportCsv(report: IntegrationReport | SuppressedReport): string {
  const { definition, positions, certificates, courses, volunteers, households, requests, placements, visits } = report;
  const years = Object.entries<number | null>(certificates.byYear);
  const figures: readonly (readonly [string, string | number | null])[] = [
    ['Mandant', report.tenant],
    ['Stand', report.asOf],
    ['Kenntnisstand', report.knownAt ?? 'aktuell'],
    ['Zertifikate gesamt', certificates.total],
    ...years.map(([year, count]) => [`Zertifikate ${year}`, count] as const),
    ['Kurse abgeschlossen', courses.completed],
    ['Kurseinheiten', courses.units],
    ['Kursminuten', courses.minutes],
    ['Freiwillige interessiert', volunteers.interested],
    ['Freiwillige aktiv', volunteers.active],
    ['Freiwillige pausierend', volunteers.paused],
    ['Freiwillige ausgeschieden', volunteers.left],
    ['Haushalte erfasst', households.registered],
    ['Personen in Haushalten', households.persons],
    ['Anfragen eingegangen', requests.received],
    ['Anfragen vermittelt', requests.matched],
    ['Anfragen offen', requests.open],
    ['Begleitungen begonnen', placements.started],
    ['Begleitungen laufend', placements.running],
    ['Begleitungen beendet', placements.ended],
    ['Besuche', visits.logged],
    ['Besuchsminuten', visits.minutes],
    ['Berichtsdefinition', `${definition.name} Version ${definition.version}`],
    ['Quellenstand', positions.sources],
    ['Stand des Berichtswesens', positions.reporting],
    ['Prüfsumme', report.hash],
  ];
  return writeCsv(
    ['Kennzahl', 'Wert'],
    figures.map(([label, value]) => [label, value ?? 'unterdrückt']),
  );
}
