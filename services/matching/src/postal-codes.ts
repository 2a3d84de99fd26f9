import { readFileSync } from 'node:fs';

/** A point in degrees (WGS 84). */
export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

interface Tables {
  readonly byCode: ReadonlyMap<string, GeoPoint>;
  readonly byTown: ReadonlyMap<string, GeoPoint>;
}

let tables: Tables | undefined;

/** Centre of the postal code, or else of the town; undefined where the table `resources/postal-codes.csv` knows neither. */
export function whereIs(at: { readonly postalCode?: string; readonly town?: string }): GeoPoint | undefined {
  tables ??= readTables(readFileSync(new URL('../resources/postal-codes.csv', import.meta.url), 'utf8'));
  const byCode = at.postalCode === undefined ? undefined : tables.byCode.get(at.postalCode);
  return byCode ?? (at.town === undefined ? undefined : tables.byTown.get(townKey(at.town)));
}

/** Kilometres as the crow flies (haversine). */
export function distanceKm(from: GeoPoint, to: GeoPoint): number {
  const radians = Math.PI / 180;
  const halfLat = ((to.lat - from.lat) * radians) / 2;
  const halfLon = ((to.lon - from.lon) * radians) / 2;
  const chord =
    Math.sin(halfLat) ** 2 + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * Math.sin(halfLon) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function readTables(csv: string): Tables {
  const byCode = new Map<string, GeoPoint>();
  const towns = new Map<string, GeoPoint[]>();
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [code = '', town = '', lat, lon] = line.split(';');
    const point = { lat: Number(lat), lon: Number(lon) };
    byCode.set(code, point);
    towns.set(townKey(town), [...(towns.get(townKey(town)) ?? []), point]);
  }
  return { byCode, byTown: new Map([...towns].map(([town, points]) => [town, centre(points)])) };
}

const townKey = (town: string) => town.normalize('NFC').trim().toLocaleLowerCase('de');

function centre(points: readonly GeoPoint[]): GeoPoint {
  const mean = (of: (point: GeoPoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { lat: mean((point) => point.lat), lon: mean((point) => point.lon) };
}
