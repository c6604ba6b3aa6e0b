/**
 * Markdown-light, the only markup of a case: paragraphs, lists, line breaks, `*em*`, `**strong**`. Parsed into plain
 * data, so that screen and print show the same. Never HTML: tags stay text.
 */
export type Inline = { text: string; mark?: 'em' | 'strong' };
export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  /** `intro` are the lines before the first item. */
  | { kind: 'list'; ordered: boolean; intro: Inline[][]; items: Inline[][] };

const BULLET = /^\s*[-•]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;

/** Parses words with their emphasis. */
export function readInline(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
        return { text: part.slice(2, -2), mark: 'strong' };
      if (part.startsWith('*') && part.endsWith('*') && part.length > 2) return { text: part.slice(1, -1), mark: 'em' };
      return { text: part };
    });
}

/** Parses a text into blocks, separated by empty lines. */
export const readProse = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(readBlock);

function readBlock(lines: string[]): Block {
  const firstItem = lines.findIndex((line) => BULLET.test(line) || NUMBER.test(line));
  if (firstItem === -1) return { kind: 'paragraph', lines: lines.map(readInline) };
  const marker = BULLET.test(lines[firstItem] ?? '') ? BULLET : NUMBER;
  return {
    kind: 'list',
    ordered: marker === NUMBER,
    intro: lines.slice(0, firstItem).map(readInline),
    items: lines.slice(firstItem).map((line) => readInline(line.replace(marker, ''))),
  };
}
