/** An error answer of the platform. */
export class PlatformError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly lines: readonly {
      readonly line: number;
      readonly column: string;
      readonly problem: string;
      readonly expected: string;
      readonly code?: string;
    }[],
  ) {
    super(title);
  }
}

/** Calls a running platform as any other client would. */
export class PlatformClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get<Body>(path: string): Promise<Body> {
    return this.call<Body>('GET', path, {});
  }

  post<Body>(path: string, body: object = {}, idempotencyKey?: string): Promise<Body> {
    const key: Record<string, string> = idempotencyKey ? { 'idempotency-key': idempotencyKey } : {};
    return this.call<Body>('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...key },
    });
  }

  postCsv<Body>(path: string, text: string): Promise<Body> {
    return this.call<Body>('POST', path, { body: text, headers: { 'content-type': 'text/csv' } });
  }

  /** Every row of a list, page by page. */
  async *all<Row>(path: string): AsyncGenerator<Row> {
    const join = path.includes('?') ? '&' : '?';
    for (let next: string | null = ''; next !== null;) {
      const page: { items: Row[]; next: string | null } = await this.get(
        `${path}${join}limit=200${next ? `&cursor=${encodeURIComponent(next)}` : ''}`,
      );
      yield* page.items;
      next = page.next;
    }
  }

  private async call<Body>(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Body> {
    const response = await this.fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const answer = (await response.json()) as Body & { code?: string; title?: string; errors?: PlatformError['lines'] };
    if (response.ok) return answer;
    throw new PlatformError(
      response.status,
      answer.code ?? 'unknown',
      answer.title ?? response.statusText,
      answer.errors ?? [],
    );
  }

  private async fetch(url: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(url, request);
    } catch (cause) {
      throw new Error(
        `no Lotsennetz answers at ${this.url}; start it with "npm start", or name another address with --url`,
        { cause },
      );
    }
  }
}
