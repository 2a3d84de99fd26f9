import { Get } from '@nestjs/common';

/** A route that does not say what it answers. Read as a text: nobody calls it. */
export class SilentHttp {
  @Get()
  list(): Promise<{ readonly items: readonly object[] }> {
    return Promise.resolve({ items: [] });
  }
}
