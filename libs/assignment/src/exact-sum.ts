const ROOM = 2 ** 52;

/** Adds integers below 2^53 in magnitude without ever rounding: a double while it fits, a bigint behind it. */
export class ExactSum {
  private partial = 0;
  private carried = 0n;

  /** Adds one integer, `|term| < 2^53`. */
  add(term: number): void {
    if (Math.abs(this.partial) >= ROOM || Math.abs(term) >= ROOM) this.carry();
    if (Math.abs(term) >= ROOM) this.carried += BigInt(term);
    else this.partial += term;
  }

  /** The sum: a number where it is a safe integer, else a bigint. */
  value(): bigint | number {
    const sum = this.carried + BigInt(this.partial);
    return sum >= Number.MIN_SAFE_INTEGER && sum <= Number.MAX_SAFE_INTEGER ? Number(sum) : sum;
  }

  private carry(): void {
    this.carried += BigInt(this.partial);
    this.partial = 0;
  }
}
