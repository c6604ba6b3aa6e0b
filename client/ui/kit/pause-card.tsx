/** The exercise is paused: what that means, and what the trainer wants everyone to read meanwhile. */
import { useT } from '../../i18n/index.ts';
import { Notice } from './feedback.tsx';
import { wallType } from './wall-type.ts';

/** Longer words get smaller type on a desk. */
const LONG = 180;

/** The trainer's words as typed: lines and paragraphs stay. Draws nothing without words. */
export function PauseWords({ words }: { words: string }) {
  const t = useT('common');
  if (words === '') return null;
  return (
    <figure class={words.length > LONG ? 'pause-words long' : 'pause-words'} style={`--wall-type: ${wallType(words)}`}>
      <figcaption>{t('pauseFrom')}</figcaption>
      <blockquote dir="auto">{words}</blockquote>
    </figure>
  );
}

/** On a desk and on the console. `text` says what people can do during the pause. */
export function PauseCard({ words, text }: { words: string; text: string }) {
  const t = useT('common');
  return (
    <Notice tone="due" live="polite" title={t('pausedTitle')}>
      <PauseWords words={words} />
      <p>{text}</p>
    </Notice>
  );
}
