/** The parts of `xliff` that we use; the package brings no types. */
declare module 'xliff' {
  interface Unit {
    source: string;
    target?: string | undefined;
    note?: string | undefined;
  }
  interface Document {
    sourceLanguage: string;
    targetLanguage: string;
    resources: Record<string, Record<string, Unit>>;
  }
  export function jsToXliff12(document: Document): Promise<string>;
  export function xliff12ToJs(text: string): Promise<Document>;
}
