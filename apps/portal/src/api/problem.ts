/** An error answer of the platform, or that there was none. */
export class Problem extends Error {
  constructor(
    /** 0: no answer came. */
    readonly status: number,
    readonly code: string,
    title: string,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }

  /** What is wrong with which field. */
  get fields(): readonly { readonly field: string; readonly problem: string }[] {
    const { errors } = this.body;
    return Array.isArray(errors) ? (errors as { field: string; problem: string }[]) : [];
  }
}

export function problemOf(status: number, body: unknown): Problem {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const code = typeof said['code'] === 'string' ? said['code'] : 'internal-error';
  return new Problem(status, code, typeof said['title'] === 'string' ? said['title'] : code, said);
}
