import { writeCsv } from '@lotsennetz/platform';
import type { IntegrationReport } from './integration-report.js';

/** The report for spreadsheets: one figure a line, German labels. */
export function integrationReportCsv(report: IntegrationReport): string {
  const { definition, positions, certificates, courses, volunteers, households, requests, placements, visits } = report;
  const years = Object.entries(certificates.byYear);
  return writeCsv(
    ['Kennzahl', 'Wert'],
    [
      ['Mandant', report.tenant],
      ['Stand', report.asOf],
      ['Kenntnisstand', report.knownAt ?? 'aktuell'],
      ['Zertifikate gesamt', certificates.total],
      ...years.map(([year, count]) => [`Zertifikate ${year}`, count]),
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
    ],
  );
}
