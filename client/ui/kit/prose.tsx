/** Markdown-light on the screen. Whatever looks like HTML is shown as written. */
import type { ComponentChildren } from 'preact';
import { type Block, type Inline, readInline, readProse } from '../../../shared/text/prose.ts';

/** Words with their emphasis. */
export const inline = (text: string): ComponentChildren[] => readInline(text).map(marked);

function marked({ text, mark }: Inline, index: number): ComponentChildren {
  if (mark === 'strong') return <strong key={index}>{text}</strong>;
  if (mark === 'em') return <em key={index}>{text}</em>;
  return text;
}

/** Lines of one paragraph, each on its own with a little air between. */
function withBreaks(lines: Inline[][]): ComponentChildren[] {
  if (lines.length < 2) return lines.flatMap((line) => line.map(marked));
  return lines.map((line, index) => (
    <span key={index} class="line">
      {line.map(marked)}
    </span>
  ));
}

function block(shown: Block, key: number): ComponentChildren {
  if (shown.kind === 'paragraph') return <p key={key}>{withBreaks(shown.lines)}</p>;
  const List = shown.ordered ? 'ol' : 'ul';
  return (
    <div key={key} class="stack tight">
      {shown.intro.length > 0 && <p>{withBreaks(shown.intro)}</p>}
      <List>
        {shown.items.map((item, index) => (
          <li key={index}>{item.map(marked)}</li>
        ))}
      </List>
    </div>
  );
}

/** Text of a case or of a person. Its direction follows its own letters. */
export function Prose({ text, serif = false }: { text: string | undefined; serif?: boolean | undefined }) {
  if (!text) return null;
  return (
    <div class={serif ? 'prose serif' : 'prose'} dir="auto">
      {readProse(text).map(block)}
    </div>
  );
}
