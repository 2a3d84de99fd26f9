import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ContractEvent } from '@lotsennetz/kernel';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { goldenSample, publishingServices } from '../../tools/contracts/all-contracts.js';
import { asyncApiDocument, asyncApiText } from '../../tools/contracts/asyncapi.js';

const file = new URL('../../docs/asyncapi.yaml', import.meta.url);
const specification = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0.json') as object;
const contracts = publishingServices.flatMap((each) => each.contracts);

interface Document {
  readonly channels: Readonly<Record<string, { readonly messages: object }>>;
  readonly components: {
    readonly schemas: object;
    readonly messages: Readonly<
      Record<
        string,
        {
          readonly headers: object;
          readonly payload: object;
          readonly examples: readonly { readonly headers: object; readonly payload: object }[];
        }
      >
    >;
  };
}

const document = asyncApiDocument() as unknown as Document;

/** The package says it is an ES module, but its types do not. */
const withFormats = addFormats as unknown as (ajv: Ajv) => Ajv;

/** A schema of the document, with what its references point to. */
function within(schema: object) {
  return withFormats(new Ajv({ strict: false, allErrors: true })).compile({
    ...schema,
    components: document.components,
  });
}

describe('docs/asyncapi.yaml', () => {
  it('is what `npm run asyncapi` writes', () => {
    expect(readFileSync(file, 'utf8') === asyncApiText()).toBe(true);
  });

  it('is a document of AsyncAPI 3.0', () => {
    // The specification brings the draft-07 schema along; ajv's own would be the second of that name.
    const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
    const validate = withFormats(ajv).compile(specification);
    validate(parse(readFileSync(file, 'utf8')));
    expect(validate.errors).toBeNull();
    validate({ ...document, channels: { registration: { adress: 'registration' } } });
    expect(validate.errors).not.toBeNull();
  });

  it('has a channel for each publishing service and a message for each contract version', () => {
    const messages = Object.values(document.channels).flatMap((channel) => Object.keys(channel.messages));
    expect(Object.keys(document.channels)).toEqual([
      'matching',
      'notifications',
      'registration',
      'reporting',
      'training',
    ]);
    expect(messages.sort()).toEqual(contracts.map(({ type }) => type as string).sort());
  });

  it.each(contracts)('describes $type as its golden sample is', (contract) => {
    const message = document.components.messages[contract.type]!;
    const [example] = message.examples;
    const payload = within(message.payload);
    expect(example?.payload).toEqual(goldenSample(contract).data);
    payload(example?.payload);
    expect(payload.errors).toBeNull();
    const headers = within(message.headers);
    headers(example?.headers);
    expect(headers.errors).toBeNull();
    expect(headers({ ...example?.headers, ce_type: 'another.contract.v1' })).toBe(false);
  });

  it('has the headers that are sent over Kafka', async () => {
    // By its path: nothing but the platform may know an adapter as a package.
    const adapter = new URL('../../libs/adapters/kafka/src/cloud-event-message.ts', import.meta.url).href;
    const { messageOf } = (await import(adapter)) as {
      messageOf: (topic: string, event: ContractEvent) => { readonly headers: object };
    };
    for (const { service, contracts: published } of publishingServices)
      for (const contract of published) {
        const [example] = document.components.messages[contract.type]!.examples;
        expect(example?.headers).toEqual(messageOf(service, goldenSample(contract)).headers);
      }
  });

  it('shows personal fields as sealed, and takes nothing else for them', () => {
    const { payload, examples } = document.components.messages['registration.interest-registered.v1']!;
    const validate = within(payload);
    expect(validate({ ...examples[0]?.payload, givenName: 'Amira' })).toBe(false);
    expect(validate({ ...examples[0]?.payload, languages: undefined })).toBe(false);
    expect(validate({ ...examples[0]?.payload, addedLater: true })).toBe(true);
  });
});
