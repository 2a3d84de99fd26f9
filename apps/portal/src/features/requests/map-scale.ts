/** A point in degrees (WGS 84). */
export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

/** A point of the picture, whose middle is 0, 0. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** How the ground becomes a picture: where points lie on it, and rings of round distances. */
export interface MapScale {
  readonly dotOf: (point: GeoPoint) => Dot;
  readonly rings: readonly { readonly km: number; readonly radius: number }[];
}

/** Half the width of the picture, in its own units. */
export const half = 200;
/** What is furthest away lies so far from the middle; the rest is for its name. */
const reach = 160;
const kmPerDegree = 111.2;
const leastKm = 2;
const roundKm = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** North is up, and the request in the middle. Over a district the ground is flat enough. */
export function mapScale(middle: GeoPoint, farthestKm: number): MapScale {
  const unitsPerKm = reach / Math.max(leastKm, farthestKm);
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  return {
    dotOf: ({ lat, lon }) => ({
      x: Math.round((lon - middle.lon) * kmPerDegree * shrink * unitsPerKm),
      y: Math.round((middle.lat - lat) * kmPerDegree * unitsPerKm),
    }),
    rings: roundKm
      .map((km) => ({ km, radius: Math.round(km * unitsPerKm) }))
      .filter(({ radius }) => radius > half / 5 && radius < half),
  };
}

/** Things at the same place, in the order in which they came. */
export function byPlace<Thing>(
  things: readonly Thing[],
  dotOf: (thing: Thing) => Dot,
): readonly { readonly dot: Dot; readonly things: readonly Thing[] }[] {
  const places = new Map<string, { readonly dot: Dot; readonly things: Thing[] }>();
  for (const thing of things) {
    const dot = dotOf(thing);
    const key = `${dot.x} ${dot.y}`;
    const place = places.get(key) ?? { dot, things: [] };
    place.things.push(thing);
    places.set(key, place);
  }
  return [...places.values()];
}
