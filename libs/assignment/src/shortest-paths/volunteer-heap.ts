/**
 * Volunteers by rising distance: an indexed 4-ary heap, so that a distance may still fall. The distances lie outside,
 * because the searches read them far more often than the heap does.
 */
export class VolunteerHeap {
  size = 0;
  private readonly order: Int32Array;
  private readonly position: Int32Array;

  constructor(
    volunteers: number,
    private readonly distance: Float64Array,
  ) {
    this.order = new Int32Array(volunteers);
    this.position = new Int32Array(volunteers);
  }

  /** Adds a volunteer whose distance is set and who is not in the heap. */
  push(volunteer: number): void {
    this.position[volunteer] = this.size;
    this.order[this.size++] = volunteer;
    this.decrease(volunteer);
  }

  /** Restores the order after the distance of a volunteer in the heap has fallen. */
  decrease(volunteer: number): void {
    const { order, position, distance } = this;
    const key = distance[volunteer] as number;
    let at = position[volunteer] as number;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const parent = order[above] as number;
      if ((distance[parent] as number) <= key) break;
      order[at] = parent;
      position[parent] = at;
      at = above;
    }
    order[at] = volunteer;
    position[volunteer] = at;
  }

  /** Takes the nearest volunteer out; the heap must not be empty. */
  pop(): number {
    const nearest = this.order[0] as number;
    this.size--;
    if (this.size > 0) this.sink(this.order[this.size] as number);
    return nearest;
  }

  private sink(volunteer: number): void {
    const { order, position, distance, size } = this;
    const key = distance[volunteer] as number;
    let at = 0;
    for (let child = 1; child < size; child = 4 * at + 1) {
      const end = child + 4 < size ? child + 4 : size;
      let best = child;
      let least = distance[order[child] as number] as number;
      for (let k = child + 1; k < end; k++) {
        const d = distance[order[k] as number] as number;
        if (d >= least) continue;
        least = d;
        best = k;
      }
      if (least >= key) break;
      const up = order[best] as number;
      order[at] = up;
      position[up] = at;
      at = best;
    }
    order[at] = volunteer;
    position[volunteer] = at;
  }
}
