/** Renders light Markdown. HTML in the text is shown as written. */
import type { ComponentChildren } from 'preact';
import { type Block, type Inline, readInline, readProse } from '../../../shared/text/prose.ts';

/** Renders text with its emphasis. */
export const inline = (text: string): ComponentChildren[] => readInline(text).map(renderInline);

function renderInline({ text, mark }: Inline, index: number): ComponentChildren {
  if (mark === 'strong') return <strong key={index}>{text}</strong>;
  if (mark === 'em') return <em key={index}>{text}</em>;
  return text;
}

/** Renders the lines of a paragraph, each as a block with a small gap. */
function withBreaks(lines: Inline[][]): ComponentChildren[] {
  if (lines.length < 2) return lines.flatMap((line) => line.map(renderInline));
  return lines.map((line, index) => (
    <span key={index} class="line">
      {line.map(renderInline)}
    </span>
  ));
}

function renderBlock(block: Block, key: number): ComponentChildren {
  if (block.kind === 'paragraph') return <p key={key}>{withBreaks(block.lines)}</p>;
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <div key={key} class="stack tight">
      {block.intro.length > 0 && <p>{withBreaks(block.intro)}</p>}
      <List>
        {block.items.map((item, index) => (
          <li key={index}>{item.map(renderInline)}</li>
        ))}
      </List>
    </div>
  );
}

/** A text of the case or of a person. Its direction follows its own letters. */
export function Prose({ text, serif = false }: { text: string | undefined; serif?: boolean | undefined }) {
  if (!text) return null;
  return (
    <div class={serif ? 'prose serif' : 'prose'} dir="auto">
      {readProse(text).map(renderBlock)}
    </div>
  );
}
