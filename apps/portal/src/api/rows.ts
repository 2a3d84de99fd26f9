/** What lists answer. The platform describes its answers in prose, so these shapes are kept here by hand. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** What every write answers. */
export interface Written {
  readonly id: string;
  readonly revision: number;
  readonly position: string | null;
}

export interface PublicTenant {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface PublicCourse {
  readonly id: string;
  readonly title: string;
  readonly town: string;
  readonly sessions: readonly { readonly heldOn: string; readonly startsAt: string; readonly endsAt: string }[];
  readonly seatsLeft: number | null;
  readonly waitingList: boolean;
}
