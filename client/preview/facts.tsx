/** "Test from here": the start time and the start facts of the exercise. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isEmpty, noOverrides, type Overrides } from '../../shared/preview/overrides.ts';
import type { FactsAnswer } from '../../shared/preview/wire.ts';
import { CONSENTS } from '../../shared/vocabulary/enums.ts';
import { formatCaseTime, parseCaseTime } from '../../shared/time.ts';
import { Button, Notice, Select, TextField, useT, Waiting } from '../ui/kit/index.ts';
import { AddRow, Chosen, NumberField } from './facts-parts.tsx';
import { readFacts, startFrom, status } from './model.ts';

export function Facts() {
  const t = useT('preview');
  const facts = useSignal<FactsAnswer | undefined>(undefined);
  const draft = useSignal<Overrides>(status.value?.overrides ?? noOverrides);
  const moment = useSignal(draft.value.at === undefined ? '' : formatCaseTime(draft.value.at));
  const hash = status.value?.hash;
  useEffect(() => {
    void readFacts().then((answer) => (facts.value = answer ?? facts.value));
  }, [hash]);
  const known = facts.value;
  const now = status.value;
  if (!known || !now) return <Waiting label={t('opening')} />;
  const change = (part: Partial<Overrides>) => (draft.value = { ...draft.value, ...part });
  const at = moment.value.trim() === '' ? undefined : parseCaseTime(moment.value);
  const isInvalid = moment.value.trim() !== '' && at === undefined;
  const next: Overrides = { ...draft.value, at };
  return (
    <form
      class="stack start-facts"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isInvalid) void startFrom(next);
      }}
    >
      <p class="small dim">{t('facts.why')}</p>
      <UnknownIds ids={now.strange} />
      <TextField
        label={t('facts.moment')}
        hint={t('facts.momentHint')}
        problem={isInvalid ? t('clock.wrong') : undefined}
        value={moment.value}
        onChange={(text) => (moment.value = text)}
      />
      <ChartStates known={known} draft={draft.value} change={change} />
      <People known={known} draft={draft.value} change={change} />
      <Items known={known} draft={draft.value} change={change} />
      <Consents known={known} draft={draft.value} change={change} />
      <Signals known={known} draft={draft.value} change={change} />
      <div class="row tight">
        <Button type="submit" size="small" disabled={isInvalid}>
          {t('facts.start')}
        </Button>
        <Button
          kind="quiet"
          size="small"
          disabled={isEmpty(now.overrides) && isEmpty(next)}
          onClick={() => {
            draft.value = noOverrides;
            moment.value = '';
            void startFrom(noOverrides);
          }}
        >
          {t('facts.clear')}
        </Button>
      </div>
      {now.steps.length > 0 && <p class="small dim">{t('facts.loses', { count: now.steps.length })}</p>}
    </form>
  );
}

function UnknownIds({ ids }: { ids: readonly string[] }) {
  const t = useT('preview');
  if (ids.length === 0) return null;
  return (
    <Notice tone="due" title={t('facts.strange')}>
      {ids.join(', ')}
    </Notice>
  );
}

function Signals({ known, draft, change }: SectionProps) {
  const t = useT('preview');
  return (
    <>
      <AddRow
        label={t('facts.signals')}
        fields={[{ label: t('facts.signal'), options: known.signals.map((id) => ({ value: id, label: id })) }]}
        onAdd={([signal = '']) => change({ signals: [...draft.signals, signal] })}
      />
      <Chosen
        lines={draft.signals}
        onRemove={(index) => change({ signals: draft.signals.filter((_, at) => at !== index) })}
      />
    </>
  );
}

interface SectionProps {
  known: FactsAnswer;
  draft: Overrides;
  change: (part: Partial<Overrides>) => void;
}

function ChartStates({ known, draft, change }: SectionProps) {
  const t = useT('preview');
  const set = (chart: string, path: string) => {
    const { [chart]: _before, ...states } = draft.states;
    change({ states: path === '' ? states : { ...states, [chart]: path } });
  };
  return (
    <fieldset class="field">
      <legend>{t('facts.states')}</legend>
      <div class="two-columns">
        {known.states.map(({ chart, states }) => (
          <Select
            key={chart}
            label={chart}
            empty={t('facts.asItComes')}
            options={states.map(({ path, title }) => ({ value: path, label: title ? `${path} · ${title}` : path }))}
            value={draft.states[chart] ?? ''}
            onChange={(path) => set(chart, path)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function People({ known, draft, change }: SectionProps) {
  const t = useT('preview');
  const set = (id: string, part: Overrides['people'][string]) =>
    change({ people: { ...draft.people, [id]: { ...draft.people[id], ...part } } });
  const names = new Map(known.people.map(({ id, name }) => [id, name]));
  return (
    <>
      <AddRow
        label={t('shared.people')}
        fields={[
          { label: t('shared.person'), options: known.people.map(({ id, name }) => ({ value: id, label: name })) },
        ]}
        onAdd={([id = '']) => {
          const person = known.people.find((each) => each.id === id);
          set(id, { trust: person?.trust, stress: person?.stress });
        }}
      />
      {Object.entries(draft.people).map(([id, { trust, stress, place }]) => (
        <div key={id} class="card person-facts">
          <strong>
            <bdi>{names.get(id) ?? id}</bdi>
          </strong>
          <NumberField label={t('facts.trust')} value={trust} onChange={(value) => set(id, { trust: value })} />
          <NumberField label={t('facts.stress')} value={stress} onChange={(value) => set(id, { stress: value })} />
          <Select
            label={t('facts.place')}
            empty={t('facts.asItComes')}
            options={known.places.map((each) => ({ value: each.id, label: each.name }))}
            value={place ?? ''}
            onChange={(value) => set(id, { place: value === '' ? undefined : value })}
          />
          <Button
            kind="quiet"
            size="small"
            onClick={() => {
              const { [id]: _gone, ...people } = draft.people;
              change({ people });
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
    </>
  );
}

const desks = () => (status.value?.desks ?? []).map(({ role, title }) => ({ value: role, label: title }));

function Items({ known, draft, change }: SectionProps) {
  const t = useT('preview');
  const titles = new Map(known.items.map(({ id, title }) => [id, title]));
  return (
    <>
      <AddRow
        label={t('facts.items')}
        fields={[
          { label: t('shared.desk'), options: desks() },
          { label: t('facts.item'), options: known.items.map(({ id, title }) => ({ value: id, label: title })) },
        ]}
        onAdd={([role = '', item = '']) => change({ items: [...draft.items, { role, item }] })}
      />
      <Chosen
        lines={draft.items.map(({ role, item }) => `${role}: ${titles.get(item) ?? item}`)}
        onRemove={(index) => change({ items: draft.items.filter((_, at) => at !== index) })}
      />
    </>
  );
}

function Consents({ known, draft, change }: SectionProps) {
  const t = useT('preview');
  return (
    <>
      <AddRow
        label={t('facts.consents')}
        fields={[
          { label: t('shared.person'), options: known.people.map(({ id, name }) => ({ value: id, label: name })) },
          { label: t('facts.consent'), options: CONSENTS.map((kind) => ({ value: kind, label: kind })) },
          { label: t('shared.desk'), options: desks() },
        ]}
        onAdd={([person = '', kind = '', role = '']) =>
          change({ consents: [...draft.consents, { person, kind: kind as (typeof CONSENTS)[number], role }] })
        }
      />
      <Chosen
        lines={draft.consents.map(({ person, kind, role }) => `${person} → ${role}: ${kind}`)}
        onRemove={(index) => change({ consents: draft.consents.filter((_, at) => at !== index) })}
      />
    </>
  );
}
