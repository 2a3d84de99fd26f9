import { base64Of } from './base64.js';

it('a file as base64 is the same bytes again', async () => {
  const bytes = Uint8Array.from({ length: 700 }, (_, index) => index % 256);
  expect(Buffer.from(await base64Of(new Blob([bytes])), 'base64')).toEqual(Buffer.from(bytes));
});
