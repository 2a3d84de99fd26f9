import { EndAccount } from './end-account.js';
import { MyErasure } from './my-erasure.js';
import { MyExports } from './my-exports.js';
import { WhoSaw } from './who-saw.js';

/** What everybody may demand of what is stored about them. */
export function MyRights({ tenant }: { readonly tenant: string }) {
  return (
    <>
      <MyExports tenant={tenant} />
      <WhoSaw tenant={tenant} />
      <MyErasure tenant={tenant} />
      <EndAccount tenant={tenant} />
    </>
  );
}
