import type { DemoPerson } from '@lotsennetz/identity';
import type { Appointment } from '@lotsennetz/registration';

/** A person of the example with what they may do. */
export interface DemoMember extends DemoPerson {
  readonly tenant: string;
  /** `volunteer`, `newcomer`: whose account it becomes is found or made while the example is loaded. */
  readonly role: Appointment['roles'][number];
}

/** Who one may be on the example; their memberships are granted while it is loaded. Nobody here exists. */
export const demoPeople: readonly DemoMember[] = [
  {
    key: 'administratorin',
    name: 'Anke Weber',
    does: 'Verwaltung in Siegen: Personal und Einstellungen',
    tenant: 'siegen',
    role: 'administrator',
  },
  {
    key: 'koordinatorin',
    name: 'Petra Koch',
    does: 'Koordination in Siegen: Freiwillige, Anfragen, Vermittlung',
    tenant: 'siegen',
    role: 'coordinator',
  },
  {
    key: 'dozent',
    name: 'Jonas Brandt',
    does: 'Schulung in Siegen: Kurse, Anwesenheit, Bescheinigungen',
    tenant: 'siegen',
    role: 'trainer',
  },
  {
    key: 'traeger',
    name: 'Hanna Schütz',
    does: 'Träger in Siegen: liest mit',
    tenant: 'siegen',
    role: 'carrier-manager',
  },
  {
    key: 'analystin',
    name: 'Mira Vogel',
    does: 'Berichte in Siegen: Zahlen ohne Namen',
    tenant: 'siegen',
    role: 'analyst',
  },
  {
    key: 'koordinator-kreuztal',
    name: 'Tarik Aydin',
    does: 'Koordination in Kreuztal',
    tenant: 'kreuztal',
    role: 'coordinator',
  },
  {
    key: 'analystin-kreis',
    name: 'Ruth Althaus',
    does: 'Berichte im Kreis: was Städte ihn lesen lassen',
    tenant: 'siegen-wittgenstein',
    role: 'analyst',
  },
  {
    key: 'lotsin',
    name: 'Eine Lotsin',
    does: 'Freiwillige in Siegen: nur die eigenen Dinge',
    tenant: 'siegen',
    role: 'volunteer',
  },
  {
    key: 'familie',
    name: 'Eine Familie',
    does: 'Neu in Siegen: nur die eigenen Dinge',
    tenant: 'siegen',
    role: 'newcomer',
  },
];
