/** "Why not?": every part of the case that waits for a condition, with the part of the condition that fails now. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PlacedWaiting } from '../../shared/preview/wire.ts';
import { Button, Chip, EmptyState, useT, Waiting } from '../ui/kit/index.ts';
import { ConditionTree } from './condition.tsx';
import { act, chosen, readWaiting, showPlace, status } from './model.ts';

const KINDS = ['transition', 'inject', 'decision', 'operation', 'item', 'question'] as const;
const TONES = { done: 'plain', now: 'good', waits: 'due' } as const;

export function WhyNot() {
  const t = useT('preview');
  const all = useSignal<PlacedWaiting[] | undefined>(undefined);
  const kind = useSignal('');
  const search = useSignal('');
  const now = status.value;
  // Any event may change an answer.
  const moment = `${now?.version} ${now?.clock.at} ${now?.steps.length} ${now?.active.join()}`;
  useEffect(() => {
    void readWaiting().then((answer) => {
      if (answer) all.value = answer;
    });
  }, [moment]);
  if (!all.value) return <Waiting label={t('opening')} />;
  const query = search.value.trim().toLowerCase();
  const shown = all.value
    .filter(
      (entry) =>
        (kind.value === '' || entry.kind === kind.value) && `${entry.kind} ${entry.id}`.toLowerCase().includes(query),
    )
    .sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)));
  return (
    <div class="stack why">
      <div class="row tight nowrap">
        <select
          class="input small-input"
          aria-label={t('shared.kind')}
          value={kind.value}
          onChange={(event) => (kind.value = event.currentTarget.value)}
        >
          <option value="">{t('why.all')}</option>
          {KINDS.map((entry) => (
            <option key={entry} value={entry}>
              {t(`why.kinds.${entry}`)}
            </option>
          ))}
        </select>
        <input
          type="search"
          class="input small-input"
          aria-label={t('why.search')}
          placeholder={t('why.search')}
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 && <EmptyState title={t('why.none')} text={t('why.noneText')} />}
      <ul class="plain stack tight">
        {shown.map((entry) => (
          <li key={`${entry.kind} ${entry.id}`}>
            <WaitingEntry entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** True if the author chose this transition in the charts, or its source state. */
const isChosen = ({ id }: PlacedWaiting): boolean =>
  chosen.value !== undefined && (id === chosen.value || id.startsWith(`${chosen.value}/`));

function WaitingEntry({ entry }: { entry: PlacedWaiting }) {
  const t = useT('preview');
  return (
    <details class="card waiting" open={isChosen(entry)}>
      <summary>
        <Chip tone={TONES[entry.state]}>{t(`why.state.${entry.state}`)}</Chip>
        <span class="small dim">{t(`why.kinds.${entry.kind}`)}</span>
        <code>{entry.id}</code>
      </summary>
      {entry.conditions.map(({ key, part }) => (
        <div key={key} class="stack tight">
          <span class="small dim">{key}</span>
          <ConditionTree part={part} />
        </div>
      ))}
      <div class="row tight">
        <Button kind="quiet" size="small" onClick={() => void showPlace(entry)}>
          {t('source.go', { file: entry.file, line: entry.line })}
        </Button>
        {entry.kind === 'inject' && entry.state !== 'done' && (
          <Button kind="quiet" size="small" onClick={() => void act({ type: 'fire-inject', inject: entry.id })}>
            {t('why.fire')}
          </Button>
        )}
      </div>
    </details>
  );
}
