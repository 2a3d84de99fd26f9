import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Paths that the platform answers, not the portal. */
const platformPaths = [
  ...['registration', 'training', 'matching', 'notifications', 'reporting'],
  ...['api', 'status', 'health', 'session', 'login', 'logout', 'identity', 'join'],
];

/** Only `npm run dev` reads these: where the platform runs, and who one is there. Neither reaches the bundle. */
const { LOTSENNETZ_DEV_URL: platform = 'http://127.0.0.1:8080', LOTSENNETZ_TOKEN: token } = process.env;

/**
 * Two files instead of dozens: a browser fetches six at a time over HTTP/1.1, and each file more is one more to wait for.
 * What only some pages need (charts, long lists, the words of a language) stays apart.
 */
const neededByEveryPage = [
  {
    name: 'libraries',
    test: /node_modules[\\/](?:react|react-dom|scheduler|openapi-fetch|@kern-ux-annex|@tanstack[\\/](?!react-virtual|virtual-core))/,
  },
  { name: 'frame', test: /portal[\\/]src[\\/](?:(?:ui|api|app)[\\/]|i18n[\\/][\w-]+\.tsx?$)/ },
];

export default defineConfig({
  plugins: [react(), compressed()],
  build: {
    target: 'es2022',
    // The content security policy allows fonts and styles from our own address only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: { output: { hashCharacters: 'hex', codeSplitting: { groups: neededByEveryPage } } },
  },
  server: {
    proxy: Object.fromEntries(
      platformPaths.map((path) => [
        `^/${path}(?:[/?]|$)`,
        { target: platform, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) },
      ]),
    ),
  },
});

/** Writes each text file a second time, compressed, so that no request waits for it. */
function compressed(): Plugin {
  return {
    name: 'lotsennetz-compressed',
    apply: 'build',
    // Only what is written is complete: Vite still puts names into chunks while the bundle is generated.
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => /\.(?:js|css|html)$/.test(each)))
        writeFileSync(join(dir, `${name}.br`), shrink(readFileSync(join(dir, name))));
    },
  };
}

function shrink(text: Uint8Array): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
