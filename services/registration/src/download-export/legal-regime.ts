import type { FederalState, LegalRegime } from '@lotsennetz/contracts';

interface Articles {
  readonly access: string;
  readonly rectification: string;
  readonly erasure: string;
  readonly restriction: string;
  readonly portability: string;
  readonly objection: string;
}

/** Where the rights of people stand in the law that binds the tenant. */
export const articles: Readonly<Record<LegalRegime, Articles>> = {
  DSGVO: {
    access: 'Art. 15 DSGVO',
    rectification: 'Art. 16 DSGVO',
    erasure: 'Art. 17 DSGVO',
    restriction: 'Art. 18 DSGVO',
    portability: 'Art. 20 DSGVO',
    objection: 'Art. 21 DSGVO',
  },
  KDG: {
    access: '§ 17 KDG',
    rectification: '§ 18 KDG',
    erasure: '§ 19 KDG',
    restriction: '§ 20 KDG',
    portability: '§ 22 KDG',
    objection: '§ 23 KDG',
  },
  'DSG-EKD': {
    access: '§ 19 DSG-EKD',
    rectification: '§ 20 DSG-EKD',
    erasure: '§ 21 DSG-EKD',
    restriction: '§ 22 DSG-EKD',
    portability: '§ 24 DSG-EKD',
    objection: '§ 25 DSG-EKD',
  },
};

const ofStates: Readonly<Record<FederalState, string>> = {
  'DE-BB': 'Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg',
  'DE-BE': 'Berliner Beauftragte für Datenschutz und Informationsfreiheit',
  'DE-BW': 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg',
  'DE-BY': 'Bayerischer Landesbeauftragter für den Datenschutz',
  'DE-HB': 'Landesbeauftragter für Datenschutz und Informationsfreiheit Bremen',
  'DE-HE': 'Hessischer Beauftragter für Datenschutz und Informationsfreiheit',
  'DE-HH': 'Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit',
  'DE-MV': 'Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern',
  'DE-NI': 'Landesbeauftragter für den Datenschutz Niedersachsen',
  'DE-NW': 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen',
  'DE-RP': 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz',
  'DE-SH': 'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein',
  'DE-SL': 'Unabhängiges Datenschutzzentrum Saarland',
  'DE-SN': 'Sächsische Datenschutz- und Transparenzbeauftragte',
  'DE-ST': 'Landesbeauftragte für den Datenschutz Sachsen-Anhalt',
  'DE-TH': 'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit',
};

/** Who supervises a tenant: the churches have their own authorities (Art. 91 para. 2 DSGVO, §§ 42 ff. KDG, §§ 39 ff. DSG-EKD). */
export function authorityOf(regime: LegalRegime, federalState: FederalState | undefined): string {
  switch (regime) {
    case 'DSGVO':
      return federalState
        ? ofStates[federalState]
        : 'Datenschutzaufsicht des Landes, https://www.datenschutzkonferenz-online.de';
    case 'KDG':
      return 'Diözesandatenschutzbeauftragte oder Diözesandatenschutzbeauftragter des Bistums';
    case 'DSG-EKD':
      return 'Der Beauftragte für den Datenschutz der EKD';
  }
}
