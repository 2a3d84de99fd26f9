import type { ImportProgress } from '@lotsennetz/suite';

/** Shows progress on stderr: one line that moves on a terminal, one line a finished file elsewhere. */
export function progressLine(): { show(progress: ImportProgress): void; end(): void } {
  const { stderr } = process;
  let shown = '';
  return {
    show({ file, done, total }) {
      const line = `  ${file}: ${done} of ${total}`;
      if (line === shown) return;
      shown = line;
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${line}${done === total ? '\n' : ''}`);
      else if (done === total) stderr.write(`${line}\n`);
    },
    end() {
      if (stderr.isTTY && shown) stderr.write('\r\u001b[2K');
    },
  };
}
