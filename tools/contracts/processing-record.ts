import { basename } from 'node:path';
import { personalFields, type Purpose } from '@lotsennetz/kernel';
import { storedStreams } from './stored-streams.js';

const begin = '<!-- generated: npm run privacy-record -->';
const end = '<!-- end of generated -->';

/** What each purpose is for, as a record of processing activities says it (Art. 30 DSGVO, § 31 KDG, § 31 DSG-EKD). */
const purposeWords: Readonly<Record<Purpose, string>> = {
  name: 'Menschen ansprechen, Bescheinigungen ausstellen',
  contact: 'Menschen erreichen',
  background: 'passende Begleitung, Berichte ohne Namen',
  note: 'Begleitung vorbereiten und nachhalten',
  export: 'Auskunft an die Person selbst',
};

/** Every personal field that is stored, from the schemas of the events: none can be left out. */
async function processingRecord(): Promise<string> {
  const rows = new Map<string, { readonly project: string; readonly purpose: Purpose; readonly fields: Set<string> }>();
  for (const { project, streams } of await storedStreams())
    for (const { category, schemas } of streams)
      for (const shape of Object.values(schemas))
        for (const { path, field } of personalFields(shape)) {
          const purpose = field.purpose ?? 'note';
          const key = `${project} ${category} ${purpose}`;
          const row = rows.get(key) ?? { project: `${basename(project)}: ${category}`, purpose, fields: new Set() };
          row.fields.add(path);
          rows.set(key, row);
        }
  const lines = [...rows.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { project, purpose, fields }]) => {
      const names = [...fields].sort().map((name) => `\`${name}\``);
      return `| ${project} | ${purpose}: ${purposeWords[purpose]} | ${names.join(', ')} |`;
    });
  return ['| service: stream | purpose | sealed fields |', '| --- | --- | --- |', ...lines].join('\n');
}

/** The document with the table as it is now. @throws Error where the marks are missing. */
export async function withProcessingRecord(document: string): Promise<string> {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to === -1) throw new Error('the document has no place for the generated table');
  return `${document.slice(0, from + begin.length)}\n${await processingRecord()}\n${document.slice(to)}`;
}
