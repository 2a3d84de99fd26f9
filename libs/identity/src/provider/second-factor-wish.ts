import { secondFactorAcr } from '@lotsennetz/platform';

/** Whether an authorization request asks for a second factor. */
export function wantsSecondFactor(parameters: Readonly<Record<string, unknown>> | undefined): boolean {
  const { acr_values: asked } = parameters ?? {};
  return typeof asked === 'string' && asked.split(' ').includes(secondFactorAcr);
}
