/** The recorded steps, the steps that no longer replay, and the form that saves them as a playthrough. */
import { useSignal } from '@preact/signals';
import type { SaveAnswer, StepLine } from '../../shared/preview/wire.ts';
import { isEmpty, noOverrides } from '../../shared/preview/overrides.ts';
import { formatCaseTime } from '../i18n/formats.ts';
import { Button, Check, EmptyState, Notice, TextField, useT } from '../ui/kit/index.ts';
import { Coded } from './coded.tsx';
import { ConditionTree } from './condition.tsx';
import { savePlaythrough, settlePending, startFrom, status } from './model.ts';

export function Steps() {
  const t = useT('preview');
  const now = status.value;
  if (!now) return null;
  return (
    <div class="stack steps">
      {now.pending.length > 0 && <Pending />}
      <Save />
      <h2>{t('steps.title', { count: now.steps.length })}</h2>
      {now.steps.length === 0 ? (
        <EmptyState title={t('steps.none')} text={t('steps.noneText')} />
      ) : (
        <StepList steps={now.steps} first={1} />
      )}
    </div>
  );
}

function StepList({ steps, first }: { steps: readonly StepLine[]; first: number }) {
  return (
    <ol class="plain step-list" start={first}>
      {steps.map((step, index) => (
        <li key={index}>
          <span class="num dim small">{first + index}</span>
          <span class="num small">{formatCaseTime(step.at)}</span>
          <span>
            <strong class="small">{step.who}</strong> <code>{step.do}</code>
            <span class="small dim step-text">{step.text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The steps that were not replayed, beginning with the one that failed. */
function Pending() {
  const t = useT('preview');
  const { pending = [], stop, steps = [] } = status.value ?? {};
  const busy = useSignal(false);
  const settle = async (what: 'again' | 'skip' | 'drop'): Promise<void> => {
    busy.value = true;
    await settlePending(what);
    busy.value = false;
  };
  return (
    <section class="card due stack tight pending">
      <h2>{t('pending.title', { count: pending.length })}</h2>
      {stop && (
        <>
          <p>
            {t('pending.stops', { step: stop.step + 1, time: formatCaseTime(stop.at) })}{' '}
            <strong>{t(`reject.${stop.rejection.code}`)}</strong>
          </p>
          {stop.strange.map(({ id, meant }) => (
            <p key={id}>
              <Coded text={meant === undefined ? t('pending.strange', { id }) : t('pending.meant', { id, meant })} />
            </p>
          ))}
          {stop.condition && <ConditionTree part={stop.condition} />}
        </>
      )}
      <StepList steps={pending} first={steps.length + 1} />
      <div class="row tight">
        <Button size="small" busy={busy.value} onClick={() => void settle('again')}>
          {t('tryAgain')}
        </Button>
        <Button kind="quiet" size="small" busy={busy.value} onClick={() => void settle('skip')}>
          {t('pending.skip')}
        </Button>
        <Button kind="danger" size="small" busy={busy.value} onClick={() => void settle('drop')}>
          {t('pending.drop')}
        </Button>
      </div>
    </section>
  );
}

function Save() {
  const t = useT('preview');
  const [name, title, marks] = [useSignal(''), useSignal(''), useSignal(true)];
  const answer = useSignal<SaveAnswer | undefined>(undefined);
  const busy = useSignal(false);
  const now = status.value;
  if (!now) return null;
  const isInvalid = name.value !== '' && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name.value);
  const canSave = name.value !== '' && title.value.trim() !== '' && !isInvalid && now.steps.length > 0;
  const save = async (replace: boolean): Promise<void> => {
    busy.value = true;
    answer.value = await savePlaythrough({ name: name.value, title: title.value, marks: marks.value, replace });
    busy.value = false;
  };
  const result = answer.value;
  if (!isEmpty(now.overrides)) return <OverridesNotice steps={now.steps.length} />;
  return (
    <details class="card save" open={now.steps.length > 0}>
      <summary>{t('saveSteps.title')}</summary>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) void save(false);
        }}
      >
        <TextField
          label={t('saveSteps.name')}
          hint={t('saveSteps.nameHint')}
          problem={isInvalid ? t('saveSteps.nameWrong') : undefined}
          value={name.value}
          onChange={(text) => (name.value = text)}
        />
        <TextField label={t('saveSteps.what')} value={title.value} onChange={(text) => (title.value = text)} />
        <Check label={t('saveSteps.marks')} checked={marks.value} onChange={(on) => (marks.value = on)} />
        <div class="row tight">
          <Button type="submit" size="small" busy={busy.value} disabled={!canSave}>
            {t('saveSteps.do')}
          </Button>
          {result && !result.ok && result.reason === 'exists' && (
            <Button kind="danger" size="small" onClick={() => void save(true)}>
              {t('saveSteps.replace')}
            </Button>
          )}
        </div>
        {result?.ok && (
          <Notice tone="good" live="polite">
            {t('saveSteps.done', { file: result.file, count: result.steps })}
          </Notice>
        )}
        {result && !result.ok && (
          <Notice tone="alert" live="polite" title={t(`saveSteps.no.${result.reason}`)}>
            {result.detail && <pre class="detail">{result.detail}</pre>}
          </Notice>
        )}
      </form>
    </details>
  );
}

/** Explains before the form is filled in that a playthrough cannot store start facts. */
function OverridesNotice({ steps }: { steps: number }) {
  const t = useT('preview');
  return (
    <section class="card save stack tight">
      <h2>{t('saveSteps.title')}</h2>
      <Notice tone="due">{t('saveSteps.overrides')}</Notice>
      {steps > 0 && <p class="small dim">{t('facts.loses', { count: steps })}</p>}
      <div class="row tight">
        <Button kind="quiet" size="small" onClick={() => void startFrom(noOverrides)}>
          {t('facts.clear')}
        </Button>
      </div>
    </section>
  );
}
