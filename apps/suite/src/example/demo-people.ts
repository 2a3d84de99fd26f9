import type { DemoPerson } from '@lotsennetz/identity';

/** Who one may be on the example; their memberships are granted while it is loaded. Nobody here exists. */
export const demoPeople = [
  { key: 'administratorin', name: 'Anke Weber', does: 'Verwaltung in Siegen: Personal, Einstellungen, alles von dort' },
  { key: 'koordinatorin', name: 'Petra Koch', does: 'Koordination in Siegen: Freiwillige, Anfragen, Vermittlung' },
  { key: 'dozent', name: 'Jonas Brandt', does: 'Schulung in Siegen: Kurse, Anwesenheit, Bescheinigungen' },
  { key: 'traeger', name: 'Hanna Schütz', does: 'Träger in Siegen: liest mit' },
  { key: 'analystin', name: 'Mira Vogel', does: 'Berichte in Siegen: Zahlen ohne Namen' },
  { key: 'koordinator-kreuztal', name: 'Tarik Aydin', does: 'Koordination in Kreuztal' },
] as const satisfies readonly DemoPerson[];
