import { readdirSync, readFileSync } from 'node:fs';
import {
  conforms,
  field,
  isInstant,
  misfits,
  parseStreamName,
  personalFields,
  type Contract,
  type ContractEvent,
} from '@lotsennetz/kernel';
import * as contractsOfServices from './index.js';

const folder = new URL('../samples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'type' in value && 'shape' in value && 'summary' in value;
}
const contracts = Object.entries(contractsOfServices).flatMap(([service, exported]) =>
  Object.values(exported as object)
    .filter(isContract)
    .map((contract) => ({ service, contract })),
);
const sampleOf = (type: string) => JSON.parse(readFileSync(new URL(`${type}.json`, folder), 'utf8')) as ContractEvent;

const envelope = {
  id: field.id(),
  type: field.id(),
  stream: field.id(),
  revision: field.integer(),
  recordedAt: field.instant(),
  happenedOn: field.day(),
  tenant: field.id(),
  correlationId: field.id(),
  traceparent: field.optional(field.id()),
};

describe('golden samples', () => {
  it('are there for every contract, one each, and for nothing else', () => {
    expect(contracts.length).toBeGreaterThan(0);
    expect(files.sort()).toEqual(contracts.map(({ contract }) => `${contract.type}.json`).sort());
  });

  it.each(contracts)('of $contract.type fit the contract', ({ service, contract }) => {
    const { data, ...head } = sampleOf(contract.type);
    expect(misfits(envelope, head)).toEqual([]);
    expect(misfits(contract.shape, data)).toEqual([]);
    const { scope, service: publisher } = parseStreamName(head.stream);
    expect([head.type, publisher, scope.tenant]).toEqual([contract.type, service, head.tenant]);
    expect(isInstant(head.recordedAt)).toBe(true);
  });

  it('would show a contract that lost or renamed a field', () => {
    const { data } = sampleOf('registration.interest-registered.v1');
    const { languages: _, ...lost } = contractsOfServices.registration.interestRegistered.shape;
    expect(conforms(lost, data)).toBe(false);
    expect(conforms({ ...lost, tongues: field.list(field.language()) }, data)).toBe(false);
  });
});

describe('contracts', () => {
  it.each(contracts)('$contract.type names its owner, its version and what it means', ({ service, contract }) => {
    expect(contract.type).toMatch(new RegExp(`^${service}\\.[a-z]+(-[a-z]+)*\\.v[1-9]\\d*$`));
    expect(contract.summary).toMatch(/^[A-Z].*\.$/);
  });

  it('carry names and ways to reach people at most', () => {
    const purposes = contracts.flatMap(({ contract }) =>
      personalFields(contract.shape).map((each) => each.field.purpose),
    );
    // An export holds everything, for the person alone: under a key of its own.
    const allowed = ['name', 'contact', 'export'];
    expect(purposes.filter((purpose) => !allowed.includes(purpose ?? ''))).toEqual([]);
  });
});
