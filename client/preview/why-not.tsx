/** "Why not?": everything in the case that waits for a condition, with the part that fails now. */
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
  // Whatever happens may change an answer.
  const moment = `${now?.version} ${now?.clock.at} ${now?.steps.length} ${now?.active.join()}`;
  useEffect(() => {
    void readWaiting().then((answer) => {
      if (answer) all.value = answer;
    });
  }, [moment]);
  if (!all.value) return <Waiting label={t('opening')} />;
  const words = search.value.trim().toLowerCase();
  const shown = all.value
    .filter(
      (one) => (kind.value === '' || one.kind === kind.value) && `${one.kind} ${one.id}`.toLowerCase().includes(words),
    )
    .sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)));
  return (
    <div class="stack why">
      <div class="row tight nowrap">
        <select
          class="input small-input"
          aria-label={t('why.kind')}
          value={kind.value}
          onChange={(event) => (kind.value = event.currentTarget.value)}
        >
          <option value="">{t('why.all')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`why.kinds.${one}`)}
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
        {shown.map((one) => (
          <li key={`${one.kind} ${one.id}`}>
            <WaitingThing one={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A transition was chosen in the charts, or the state it leads out of. */
const isChosen = ({ id }: PlacedWaiting): boolean =>
  chosen.value !== undefined && (id === chosen.value || id.startsWith(`${chosen.value}/`));

function WaitingThing({ one }: { one: PlacedWaiting }) {
  const t = useT('preview');
  return (
    <details class="card waiting" open={isChosen(one)}>
      <summary>
        <Chip tone={TONES[one.state]}>{t(`why.state.${one.state}`)}</Chip>
        <span class="small dim">{t(`why.kinds.${one.kind}`)}</span>
        <code>{one.id}</code>
      </summary>
      {one.conditions.map(({ key, part }) => (
        <div key={key} class="stack tight">
          <span class="small dim">{key}</span>
          <ConditionTree part={part} />
        </div>
      ))}
      <div class="row tight">
        <Button kind="quiet" size="small" onClick={() => void showPlace(one)}>
          {t('source.go', { file: one.file, line: one.line })}
        </Button>
        {one.kind === 'inject' && one.state !== 'done' && (
          <Button kind="quiet" size="small" onClick={() => void act({ type: 'fire-inject', inject: one.id })}>
            {t('why.fire')}
          </Button>
        )}
      </div>
    </details>
  );
}
