import type { ExampleReport } from '@lotsennetz/suite';

/** Says where people begin, and where to look after the platform. */
export function announceAddresses(url: string, dataFolder: string): void {
  console.log(`  portal     ${url}`);
  console.log(`  state      ${url}/status`);
  console.log(`  API        ${url}/api/docs`);
  console.log(`  data       ${dataFolder}`);
}

/** Says that the example is there, and how to try it. */
export function announceExample(url: string, example: ExampleReport, exampleMs: number): void {
  if (example.loadedNow) console.log(`Example loaded in ${seconds(exampleMs)}.`);
  console.log(
    'This is a demonstration with fictional people; its tokens are stored in the data folder. Sign in to the portal with one click, or try the API:',
  );
  for (const [tenant, token] of Object.entries(example.tokens)) console.log(`  ${tenant.padEnd(10)} ${token}`);
  const [tenant, token] = Object.entries(example.tokens)[0] ?? [];
  if (tenant && token)
    console.log(`  curl -H "Authorization: Bearer ${token}" "${url}/reporting/${tenant}/reports/integration"`);
}

/** As people read it: `1.4 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
