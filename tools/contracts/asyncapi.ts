import type { Contract, ContractEvent } from '@lotsennetz/kernel';
import { stringify } from 'yaml';
import { goldenSample, publishingServices, type PublishingService } from './all-contracts.js';
import { schemaOfShape, sealedSchema, type JsonSchema } from './json-schema.js';

const heading = '# Written by `npm run asyncapi` from libs/contracts; change the contracts, not this file.\n';

/** What services tell each other, as AsyncAPI 3: a channel for each publishing service, a message for each contract version. */
export function asyncApiDocument(services: readonly PublishingService[] = publishingServices): JsonSchema {
  const contracts = services.flatMap((each) => each.contracts);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Lotsennetz events',
      version: '1',
      description:
        'Events between the services. On Kafka they are CloudEvents 1.0 in binary mode: attributes are headers, the value is the data. ' +
        'At least once, and in order within a stream: a reader keeps the last revision it has seen of each stream. ' +
        'A version only ever grows by optional fields and further codes.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(services.map((each) => [each.service, channelOf(each)])),
    operations: Object.fromEntries(
      services.map(({ service }) => [
        `${service}Publishes`,
        { action: 'send', channel: { $ref: `#/channels/${service}` }, summary: `What ${service} tells others.` },
      ]),
    ),
    components: {
      messages: Object.fromEntries(contracts.map((contract) => [contract.type, messageOf(contract)])),
      schemas: { cloudEvent: headersSchema, sealed: sealedSchema },
    },
  };
}

/** The text of `docs/asyncapi.yaml`. */
export function asyncApiText(): string {
  return heading + stringify(asyncApiDocument(), { lineWidth: 120, aliasDuplicateObjects: false });
}

function channelOf({ service, contracts }: PublishingService): JsonSchema {
  return {
    address: service,
    description: `Topic of the ${service} service; the key is the stream.`,
    messages: Object.fromEntries(contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
  };
}

function messageOf(contract: Contract): JsonSchema {
  const { type, summary, shape } = contract;
  const sample = goldenSample(contract);
  return {
    name: type,
    summary,
    headers: {
      allOf: [
        { $ref: '#/components/schemas/cloudEvent' },
        { type: 'object', properties: { ce_type: { type: 'string', const: type } } },
      ],
    },
    payload: schemaOfShape(shape),
    bindings: {
      kafka: { key: { type: 'string', description: 'the stream, as in ce_subject' }, bindingVersion: '0.5.0' },
    },
    examples: [{ name: 'golden sample', headers: headersOf(sample), payload: sample.data }],
  };
}

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', description, ...more });

/** As the Kafka adapter writes them; a spec compares the examples with what it sends. */
const headersSchema: JsonSchema = {
  type: 'object',
  properties: {
    'content-type': text('of the value', { const: 'application/json' }),
    ce_specversion: text('of CloudEvents', { const: '1.0' }),
    ce_id: text('The event; it stays the same when it comes again.'),
    ce_source: text('/<publishing service>'),
    ce_type: text('The contract with its version.'),
    ce_subject: text('The stream of the publishing service that the event belongs to.'),
    ce_time: text('When it was recorded.', { format: 'date-time' }),
    ce_revision: text('Number of the event in its stream, from 0; gaps are normal.', { pattern: '^[0-9]+$' }),
    ce_happenedon: text('The business day it happened on; it may lie long before it was recorded.', { format: 'date' }),
    ce_tenant: text('Whose event it is.'),
    ce_correlationid: text('What belongs together across services.'),
    ce_traceparent: text('W3C trace context.'),
  },
  required: [
    'id',
    'source',
    'specversion',
    'type',
    'subject',
    'time',
    'revision',
    'happenedon',
    'tenant',
    'correlationid',
  ].map((name) => `ce_${name}`),
};

function headersOf(event: ContractEvent): JsonSchema {
  const { id, type, stream, revision, recordedAt, happenedOn, tenant, correlationId, traceparent } = event;
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: id,
    ce_source: `/${type.split('.')[0] ?? ''}`,
    ce_type: type,
    ce_subject: stream,
    ce_time: recordedAt,
    ce_revision: String(revision),
    ce_happenedon: happenedOn,
    ce_tenant: tenant,
    ce_correlationid: correlationId,
    ...(traceparent === undefined ? {} : { ce_traceparent: traceparent }),
  };
}
