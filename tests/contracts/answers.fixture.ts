import type { Day, Opened, Sealed } from '@lotsennetz/kernel';
import type { Written } from '@lotsennetz/platform';
import { Get, Post, type StreamableFile } from '@nestjs/common';

interface Row {
  readonly id: string;
  /** Who is meant. */
  readonly name: string | Sealed;
  readonly since: Day;
  readonly until?: Day;
  readonly seats: number | null;
  readonly status: 'open' | 'closed';
  readonly places: Readonly<Record<string, number>>;
  readonly gone?: undefined;
}

type Named = { readonly id: string } & ({ readonly alias: string } | { readonly name: string });

/** Routes that say what they answer. Read as a text: nobody calls them. */
export class ToldHttp {
  constructor(private readonly rows: readonly Opened<Row>[]) {}

  @Get()
  list(): Promise<{ readonly items: readonly Opened<Row>[]; readonly next: string | null } | StreamableFile> {
    return Promise.resolve({ items: this.rows, next: null });
  }
  @Get()
  people(): readonly Named[] {
    return [];
  }
  @Post()
  write(): Promise<Written<{ readonly done: boolean; readonly sent: { toJSON(): string } }>> {
    throw new Error('nobody calls this');
  }
  @Get()
  page(): string {
    return '';
  }
  @Get()
  async nothing(): Promise<void> {
    await Promise.resolve();
  }
  /** No route. */
  helper(): object {
    return {};
  }
}
