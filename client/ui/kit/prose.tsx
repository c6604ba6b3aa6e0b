/** Markdown-light to nodes: paragraphs, lists, line breaks, `*em*`, `**strong**`. Never HTML: whatever looks like it is shown as written. */
import type { ComponentChildren } from 'preact';

const BULLET = /^\s*[-•]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;

/** Words with their emphasis. */
export function inline(text: string): ComponentChildren[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).map((part, index) => {
    if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
      return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('*') && part.endsWith('*') && part.length > 2) return <em key={index}>{part.slice(1, -1)}</em>;
    return part;
  });
}

/** Lines of one paragraph, each on its own with a little air between. */
function withBreaks(lines: string[]): ComponentChildren[] {
  if (lines.length < 2) return lines.flatMap(inline);
  return lines.map((line, index) => (
    <span key={index} class="line">
      {inline(line)}
    </span>
  ));
}

function block(text: string, key: number): ComponentChildren {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const firstItem = lines.findIndex((line) => BULLET.test(line) || NUMBER.test(line));
  if (firstItem === -1) return <p key={key}>{withBreaks(lines)}</p>;
  const marker = BULLET.test(lines[firstItem] ?? '') ? BULLET : NUMBER;
  const List = marker === BULLET ? 'ul' : 'ol';
  const items = lines.slice(firstItem).map((line) => <li key={line}>{inline(line.replace(marker, ''))}</li>);
  return (
    <div key={key} class="stack tight">
      {firstItem > 0 && <p>{withBreaks(lines.slice(0, firstItem))}</p>}
      <List>{items}</List>
    </div>
  );
}

/** Text of a case or of a person. Its direction follows its own letters. */
export function Prose({ text, serif = false }: { text: string | undefined; serif?: boolean | undefined }) {
  if (!text) return null;
  return (
    <div class={serif ? 'prose serif' : 'prose'} dir="auto">
      {text.split(/\n\s*\n/).map(block)}
    </div>
  );
}
