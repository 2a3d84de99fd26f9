import type { CompiledProfiles } from './compiled-profiles.js';

/** Mean radius of the earth (IUGG). */
export const EARTH_KM = 6371.0088;

/** Square of the straight line through the earth between two places, in earth radii. */
export function chordSquared(a: CompiledProfiles, i: number, b: CompiledProfiles, j: number): number {
  const dx = (a.sphere[3 * i] as number) - (b.sphere[3 * j] as number);
  const dy = (a.sphere[3 * i + 1] as number) - (b.sphere[3 * j + 1] as number);
  const dz = (a.sphere[3 * i + 2] as number) - (b.sphere[3 * j + 2] as number);
  return dx * dx + dy * dy + dz * dz;
}

/** The distance over the surface that belongs to a chord (the haversine formula, on the chord). */
export function chordToKm(squared: number): number {
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The squared chord of a distance; Infinity where there is no limit. */
export function kmToChord(km: number): number {
  if (km >= Math.PI * EARTH_KM) return Infinity;
  const chord = 2 * Math.sin(km / (2 * EARTH_KM));
  return chord * chord;
}
