/** The source of the case at the place the author inspects. A click on a line chooses its state or transition. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useT } from '../ui/kit/index.ts';
import { chooseLine, showPlace, shownLines, source, status } from './model.ts';

export function SourcePane() {
  const t = useT('preview');
  const list = useRef<HTMLOListElement>(null);
  const text = source.value;
  const lines = useMemo(() => text?.text.split('\n') ?? [], [text]);
  const shown = shownLines.value;
  const messages = new Map(
    status.value?.findings
      .filter(({ file }) => file === text?.file)
      .map(({ range, message }) => [range.start.line, message]),
  );
  useEffect(() => {
    const rows = list.current?.children ?? [];
    for (const row of list.current?.querySelectorAll('.meant') ?? []) row.classList.remove('meant');
    if (!shown) return;
    for (let line = shown.line; line <= Math.min(shown.to, lines.length); line += 1)
      rows[line - 1]?.classList.add('meant');
    const [row, hold] = [rows[shown.line - 1], list.current];
    if (row instanceof HTMLElement && hold) hold.scrollTop = row.offsetTop - hold.clientHeight / 3;
  }, [shown, lines]);
  const rows = useMemo(
    () =>
      lines.map((line, index) => (
        <li key={index} class={messages.has(index + 1) ? 'wrong' : undefined} title={messages.get(index + 1)}>
          <code>
            <Line text={line} />
          </code>
        </li>
      )),
    [lines, status.value?.findings],
  );
  return (
    <section class="source" aria-label={t('source.label')}>
      <SourceHead />
      <ol
        class="lines"
        ref={list}
        dir="ltr"
        tabIndex={0}
        aria-label={text?.file}
        onClick={(event) => chooseAt(list.current, event.target)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          chooseLine(Math.min(lines.length, Math.max(1, (shown?.line ?? 0) + step)), true);
        }}
      >
        {rows}
      </ol>
    </section>
  );
}

function SourceHead() {
  const t = useT('preview');
  const [text, shown] = [source.value, shownLines.value];
  const files = [...new Set(['scenario.yaml', text?.file ?? 'scenario.yaml', ...filesWithFindings()])];
  return (
    <header class="row tight nowrap">
      <strong class="small">{t('source.title')}</strong>
      {files.length > 1 ? (
        <select
          class="input small-input"
          aria-label={t('source.file')}
          value={text?.file}
          onChange={(event) => void showPlace({ file: event.currentTarget.value, line: 1 })}
        >
          {files.map((file) => (
            <option key={file}>{file}</option>
          ))}
        </select>
      ) : (
        <code class="small dim">{text?.file}</code>
      )}
      {shown && <span class="small dim num">{t('source.line', { line: shown.line })}</span>}
    </header>
  );
}

function chooseAt(list: HTMLElement | null, target: EventTarget | null): void {
  const row = target instanceof Element ? target.closest('li') : null;
  const index = row && list ? [...list.children].indexOf(row) : -1;
  if (index >= 0) chooseLine(index + 1);
}

/** The files named by findings. */
const filesWithFindings = (): string[] => (status.value?.findings ?? []).map(({ file }) => file);

/** A minimal highlight: comments and keys. */
function Line({ text }: { text: string }) {
  const comment = /^\s*#/.test(text);
  const key = comment ? undefined : /^(\s*(?:- )?)([\w-]+)(:)(?=\s|$)/.exec(text);
  if (comment) return <span class="comment">{text}</span>;
  if (!key) return <>{text === '' ? ' ' : text}</>;
  const [whole, space, name, colon] = key;
  return (
    <>
      {space}
      <b>{name}</b>
      {colon}
      {text.slice(whole.length)}
    </>
  );
}
