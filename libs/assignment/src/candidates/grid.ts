import type { CompiledProfiles } from './compiled-profiles.js';
import { EARTH_KM } from './distance.js';
import type { Cells } from './request-index.js';

/** Height of a cell in degrees of latitude: about 3 km. */
const CELL_DEGREES = 0.027;

/** A cell is as many times wider in longitude, which makes it about square in Germany. */
const STRETCH = 1.6;

const KM_PER_DEGREE = (EARTH_KM * Math.PI) / 180;

/** Cells of the grid that a circle can touch, both ends included. */
export interface Window {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A grid over all located requests. */
export class Grid implements Cells {
  readonly of: Int32Array;
  readonly rows: number;
  readonly columns: number;
  private readonly south: number;
  private readonly west: number;

  constructor({ count, located, lat, lon }: CompiledProfiles) {
    let [south, north, west, east] = [90, -90, 180, -180];
    for (let r = 0; r < count; r++) {
      if (located[r] === 0) continue;
      south = Math.min(south, lat[r] as number);
      north = Math.max(north, lat[r] as number);
      west = Math.min(west, lon[r] as number);
      east = Math.max(east, lon[r] as number);
    }
    this.south = south;
    this.west = west;
    this.rows = Math.max(1, this.row(north) + 1);
    this.columns = Math.max(1, this.column(east) + 1);
    this.of = new Int32Array(count).fill(-1);
    for (let r = 0; r < count; r++) {
      if (located[r] === 1) this.of[r] = this.row(lat[r] as number) * this.columns + this.column(lon[r] as number);
    }
  }

  get cells(): number {
    return this.rows * this.columns;
  }

  /** What a circle around a point can touch. */
  window(lat: number, lon: number, km: number): Window {
    const high = km / KM_PER_DEGREE;
    const poleward = Math.min(90, Math.abs(lat) + high);
    const wide = poleward >= 89 ? 360 : high / Math.cos((poleward * Math.PI) / 180);
    return {
      firstRow: Math.max(0, this.row(lat - high)),
      lastRow: Math.min(this.rows - 1, this.row(lat + high)),
      firstColumn: Math.max(0, this.column(lon - wide)),
      lastColumn: Math.min(this.columns - 1, this.column(lon + wide)),
    };
  }

  private row(lat: number): number {
    return Math.floor((lat - this.south) / CELL_DEGREES);
  }

  private column(lon: number): number {
    return Math.floor((lon - this.west) / (CELL_DEGREES * STRETCH));
  }
}
