import { HttpStatus } from '@nestjs/common';

/** An error answer (RFC 9457): a stable code for machines, a sentence for people, nothing personal. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }

  toJSON(): object {
    return {
      type: `urn:lotsennetz:problem:${this.code}`,
      title: this.title,
      status: this.status,
      code: this.code,
      ...this.extra,
    };
  }
}

/** The same for an unknown id, an unknown tenant and somebody else's: what is not yours does not exist for you. */
export function notFound(extra: { readonly refused?: string } = {}): Problem {
  return new Problem(HttpStatus.NOT_FOUND, 'not-found', 'There is nothing at this address for you.', extra);
}

export function invalidInput(errors: readonly { readonly field: string; readonly problem: string }[]): Problem {
  return new Problem(HttpStatus.BAD_REQUEST, 'invalid-input', 'Some of what was sent cannot be used.', { errors });
}
