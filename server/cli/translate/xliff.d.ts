/** Types of the used part of `xliff`, which ships none. */
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
