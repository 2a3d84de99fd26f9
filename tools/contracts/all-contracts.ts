import { readFileSync } from 'node:fs';
import * as exported from '@lotsennetz/contracts';
import type { Contract, ContractEvent } from '@lotsennetz/kernel';

export interface PublishingService {
  readonly service: string;
  readonly contracts: readonly Contract[];
}

/** Every contract version there is, by its owner. */
export const publishingServices: readonly PublishingService[] = Object.entries(exported)
  .map(([service, module]) => ({ service, contracts: Object.values(module as object).filter(isContract) }))
  .filter(({ contracts }) => contracts.length > 0);

/** The event of that version which is kept for ever. */
export function goldenSample({ type }: Contract): ContractEvent {
  const file = new URL(`../../libs/contracts/samples/${type}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ContractEvent;
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'type' in value && 'shape' in value && 'summary' in value;
}
