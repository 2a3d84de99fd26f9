import type { CompiledProfiles } from './compiled-profiles.js';
import { EARTH_KM } from './distance.js';
import type { Cells } from './request-index.js';

/** Height of a cell in degrees of latitude: about 2 km. */
const CELL_DEGREES = 0.018;

/** A cell is as many times wider in longitude, which makes it about square in Germany. */
const STRETCH = 1.6;

const KM_PER_DEGREE = (EARTH_KM * Math.PI) / 180;

/** Everything within a distance of a point. */
export interface Circle {
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
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

  /** Rows that a circle around a point can touch, first and last. */
  rowsNear({ lat, km }: Circle): [number, number] {
    const high = km / KM_PER_DEGREE;
    return [Math.max(0, this.row(lat - high)), Math.min(this.rows - 1, this.row(lat + high))];
  }

  /** Columns that a circle can touch within one row, first and last; the first is greater where there is none. */
  columnsNear({ lat, lon, km }: Circle, row: number): [number, number] {
    const bottom = this.south + row * CELL_DEGREES;
    const nearest = Math.min(Math.max(lat, bottom), bottom + CELL_DEGREES);
    const away = (nearest - lat) * KM_PER_DEGREE;
    const poleward = Math.min(90, Math.max(Math.abs(bottom), Math.abs(bottom + CELL_DEGREES), Math.abs(lat)));
    const kmPerDegree = KM_PER_DEGREE * Math.cos((poleward * Math.PI) / 180);
    // The flat half chord, and 2 % for the sphere: enough up to 1,000 km and latitude 70. Beyond, take all.
    const wide =
      km > 1000 || poleward > 70 ? 360 : (1.02 * Math.sqrt(Math.max(0, km * km - away * away)) + 0.1) / kmPerDegree;
    return [Math.max(0, this.column(lon - wide)), Math.min(this.columns - 1, this.column(lon + wide))];
  }

  /** People in the order of the cells they live in; who is not located comes last, who lives beyond the grid at its rim. */
  arrange({ count, located, lat, lon }: CompiledProfiles): Int32Array {
    const cell = new Int32Array(count);
    const start = new Int32Array(this.cells + 2);
    for (let i = 0; i < count; i++) {
      cell[i] = located[i] === 1 ? this.nearestCell(lat[i] as number, lon[i] as number) : this.cells;
      const after = (cell[i] as number) + 1;
      start[after] = (start[after] as number) + 1;
    }
    for (let c = 0; c <= this.cells; c++) start[c + 1] = (start[c + 1] as number) + (start[c] as number);
    const order = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const c = cell[i] as number;
      const at = start[c] as number;
      start[c] = at + 1;
      order[at] = i;
    }
    return order;
  }

  private nearestCell(lat: number, lon: number): number {
    const row = Math.min(this.rows - 1, Math.max(0, this.row(lat)));
    return row * this.columns + Math.min(this.columns - 1, Math.max(0, this.column(lon)));
  }

  private row(lat: number): number {
    return Math.floor((lat - this.south) / CELL_DEGREES);
  }

  private column(lon: number): number {
    return Math.floor((lon - this.west) / (CELL_DEGREES * STRETCH));
  }
}
