import fc from 'fast-check';

/** Versions and formats that fit nothing, headers that proxies and frameworks act on, one that is too large. */
const strangeHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': '"0"' },
  { 'if-match': '"1"' },
  { 'if-match': '"99999999999999999999"' },
  { 'if-match': '*' },
  { 'if-match': 'W/"1"' },
  { range: 'bytes=0-10' },
  { range: 'bytes=-1,5-2,x' },
  { accept: 'application/xml' },
  { accept: 'text/csv' },
  { accept: '*/*;q=NaN' },
  { 'accept-encoding': 'gzip, zstd;q=9' },
  { 'idempotency-key': 'a'.repeat(201) },
  { 'idempotency-key': 'mit leerzeichen' },
  { traceparent: '00-zz-zz-zz' },
  { 'x-forwarded-for': '"><script>' },
  { 'x-http-method-override': 'DELETE' },
  { 'accept-language': 'ar;q=1e9' },
  { 'accept-version': '99' },
  { 'content-encoding': 'gzip' },
  { origin: 'https://example.org' },
  { host: 'example.org' },
  { 'x-large': 'a'.repeat(20_000) },
];

/** Mostly none; often a key, of 400 so that some come again. */
export const someHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 30, arbitrary: fc.constant({}) },
  {
    weight: 10,
    arbitrary: fc.constantFrom(...strangeHeaders),
  },
  { weight: 10, arbitrary: fc.nat(400).map((number) => ({ 'idempotency-key': `fuzz-${number}` })) },
  { weight: 10, arbitrary: fc.uuid().map((key) => ({ 'idempotency-key': key })) },
);
