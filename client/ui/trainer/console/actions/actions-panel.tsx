/** Actions: private note, message, view as a desk, pace and time, pocket injects. */
import './actions.css';
import { useState } from 'preact/hooks';
import { Button, CaseTime, useNow, useT } from '../../../kit/index.ts';
import { useNames } from '../../../../names/use-names.ts';
import { useConsole } from '../console-context.ts';
import { useRoom } from '../../class/room.tsx';

export const NOTE_FIELD = 'trainer-note';

export function ActionsPanel() {
  const t = useT('trainer');
  const { exercise } = useRoom();
  const { show } = useConsole();
  return (
    <aside class="actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{t('iCan.title')}</h2>
      <Note />
      <div class="action-buttons">
        <Button kind="quiet" onClick={() => show({ open: 'message', to: [] })}>
          {t('iCan.message')} <kbd>/</kbd>
        </Button>
        <Button kind="quiet" onClick={() => show({ open: 'see', role: exercise.roles[0]?.role ?? '' })}>
          {t('iCan.see')} <kbd>S</kbd>
        </Button>
        <Button kind="quiet" onClick={() => show({ open: 'skip' })}>
          {t('iCan.skip')}
        </Button>
        <Button kind="quiet" onClick={() => show({ open: 'simulated' })}>
          {t('iCan.simulated')}
        </Button>
      </div>
      <Pocket />
    </aside>
  );
}

const POCKET_KINDS = {
  help: 'shared.help',
  pressure: 'pocket.pressure',
  complication: 'pocket.complication',
} as const;

/** The pocket injects of the case, each with its purpose. */
function Pocket() {
  const t = useT('trainer');
  const { plan, show } = useConsole();
  const { name } = useNames();
  const inPocket = plan.filter((inject) => inject.pocket !== undefined);
  if (inPocket.length === 0) return null;
  return (
    <section class="card pocket">
      <h3>{t('iCan.pocket')}</h3>
      <ul class="plain row tight">
        {inPocket.map((inject) => (
          <li key={inject.inject}>
            <button
              type="button"
              class="pocket-chip"
              data-kind={inject.pocket}
              data-status={inject.status}
              onClick={() => show({ open: 'inject', inject: inject.inject })}
            >
              <PocketKind kind={t(POCKET_KINDS[inject.pocket ?? 'help'])} title={name('inject', inject.inject)} />
              <span class="spoiler">{name('inject', inject.inject)}</span>
              {inject.status === 'fired' && <span> ✓</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The purpose of a pocket inject, unless its title begins with it. */
function PocketKind({ kind, title }: { kind: string; title: string }) {
  return title.toLocaleLowerCase().startsWith(kind.toLocaleLowerCase()) ? null : <span class="dim">{kind}: </span>;
}

/** A private note, stamped with case time. The debrief shows it to the trainer only. */
function Note() {
  const t = useT('trainer');
  const { tools } = useRoom();
  const now = useNow();
  const [text, setText] = useState('');
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const answer = await tools.send({ type: 'take-note', text: text.trim() });
    if (answer.ok) setText('');
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) void save(event);
    if (event.key === 'Escape' && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
  };
  const notes = tools.world.notes.slice(-3).reverse();
  return (
    <form class="card note-card" onSubmit={(event) => void save(event)}>
      <label for={NOTE_FIELD} class="spread">
        <span>
          {t('iCan.note')} <CaseTime at={now} short />
        </span>
        <kbd>T</kbd>
      </label>
      <textarea
        id={NOTE_FIELD}
        class="input"
        rows={1}
        dir="auto"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={handleKey}
        placeholder={t('iCan.noteHint')}
      />
      {text.trim() !== '' && (
        <Button type="submit" size="small">
          {t('iCan.noteSave')}
        </Button>
      )}
      {notes.length > 0 && (
        <ul class="plain small notes spoiler">
          {notes.map((note, index) => (
            <li key={`${note.at} ${index}`}>
              <CaseTime at={note.at} short /> <bdi>{tools.textOf(note.text)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
