import { readFileSync } from 'node:fs';

/** A point in degrees (WGS 84). */
export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

export interface Town extends GeoPoint {
  readonly name: string;
}

interface Tables {
  readonly byCode: ReadonlyMap<string, GeoPoint>;
  readonly byTown: ReadonlyMap<string, Town>;
}

let tables: Tables | undefined;

/** Centre of the postal code, or else of the town; undefined where the table `resources/postal-codes.csv` knows neither. */
export function whereIs(at: { readonly postalCode?: string; readonly town?: string }): GeoPoint | undefined {
  const { byCode, byTown } = theTables();
  const ofCode = at.postalCode === undefined ? undefined : byCode.get(at.postalCode);
  return ofCode ?? (at.town === undefined ? undefined : pointOf(byTown.get(townKey(at.town))));
}

/** Towns of the table whose middle lies no further away. */
export function townsWithin(km: number, from: GeoPoint): readonly Town[] {
  return [...theTables().byTown.values()].filter((town) => distanceKm(from, town) <= km);
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

function theTables(): Tables {
  tables ??= readTables(readFileSync(new URL('../resources/postal-codes.csv', import.meta.url), 'utf8'));
  return tables;
}

function readTables(csv: string): Tables {
  const byCode = new Map<string, GeoPoint>();
  const towns = new Map<string, { readonly name: string; readonly points: GeoPoint[] }>();
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [code = '', town = '', lat, lon] = line.split(';');
    const point = { lat: Number(lat), lon: Number(lon) };
    byCode.set(code, point);
    const { points } = towns.get(townKey(town)) ?? { points: [] };
    towns.set(townKey(town), { name: town, points: [...points, point] });
  }
  return { byCode, byTown: new Map([...towns].map(([key, { name, points }]) => [key, { name, ...centre(points) }])) };
}

const townKey = (town: string) => town.normalize('NFC').trim().toLocaleLowerCase('de');

function pointOf(town: Town | undefined): GeoPoint | undefined {
  return town && { lat: town.lat, lon: town.lon };
}

function centre(points: readonly GeoPoint[]): GeoPoint {
  const mean = (of: (point: GeoPoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { lat: mean((point) => point.lat), lon: mean((point) => point.lon) };
}
