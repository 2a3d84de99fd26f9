interface Turn<Document> {
  readonly ids: Set<string>;
  readonly found: Promise<ReadonlyMap<string, Document>>;
}

/**
 * Reads documents by id; what is asked for in one turn of the event loop is one query. Nothing is remembered: an answer
 * is never older than its question.
 */
export class DocumentReader<Document extends { readonly _id: string }> {
  private turn: Turn<Document> | undefined;

  constructor(private readonly query: (ids: ReadonlySet<string>) => Promise<readonly Document[]>) {}

  async read(id: string): Promise<Document | undefined> {
    this.turn ??= this.begin();
    this.turn.ids.add(id);
    return (await this.turn.found).get(id);
  }

  private begin(): Turn<Document> {
    const ids = new Set<string>();
    const ended = new Promise<void>((resolve) => setImmediate(resolve));
    const found = ended.then(async () => {
      this.turn = undefined;
      const documents = await this.query(ids);
      return new Map(documents.map((document) => [document._id, document]));
    });
    return { ids, found };
  }
}
