/** From a case to a class: how many people, which desks, which languages, how fast. */
import './set-up.css';
import { useState } from 'preact/hooks';
import { SEATINGS, TRAINER } from '../../../../shared/access/stored-names.ts';
import { NAMES_WISHES, RETENTION_DAYS, type ScenarioCard } from '../../../../shared/protocol/api.ts';
import type { ErrorCode } from '../../../connection/api.ts';
import { createExercise, readScenarios } from '../../../connection/api.ts';
import { LANGUAGES, type T } from '../../../i18n/index.ts';
import { Button, Card, Checks, go, LinkButton, Radios, Select, TextField, useT, Waiting } from '../../kit/index.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { ContentCard } from '../shell/case-card.tsx';
import { plansFor, proposalFor, settingsOf } from './desk-plans.ts';
import { Problem } from '../shell/problem.tsx';
import { SeatTable } from './seat-table.tsx';
import { TrainerBar } from '../shell/trainer-bar.tsx';
import { classPath } from '../shell/trainer-route.ts';
import { useAnswer } from '../shell/use-answer.ts';

export function SetUp({ scenario }: { scenario: string }) {
  const t = useT('trainer');
  const language = cardLanguage();
  const cases = useAnswer(language, () => readScenarios(language));
  const found = cases.value?.find((one) => one.id === scenario);
  return (
    <>
      <TrainerBar title={found?.title ?? ''} />
      <main class="trainer-page" id="content">
        {cases.error && <Problem error={cases.error} again={cases.again} />}
        {!cases.value && !cases.error && <Waiting />}
        {cases.value && !found && <Problem error="unknown-scenario" />}
        {found && <SetUpForm scenario={found} />}
        {cases.value && !found && <LinkButton href="/trainer">{t('home.all')}</LinkButton>}
      </main>
    </>
  );
}

function SetUpForm({ scenario }: { scenario: ScenarioCard }) {
  const t = useT('trainer');
  const [people, setPeople] = useState(usualSize(scenario));
  const [plans, setPlans] = useState(plansFor(scenario.roles));
  const [wishes, setWishes] = useState<Wishes>({
    label: '',
    languages: scenario.languages,
    seating: 'choice',
    pace: String(scenario.pace),
    names: 'call-signs',
    retentionDays: '30',
  });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const proposal = proposalFor(scenario.roles, plans, people);
  const create = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await createExercise({
      scenario: scenario.id,
      languages: wishes.languages,
      pace: Number(wishes.pace),
      seating: wishes.seating === TRAINER ? TRAINER : 'choice',
      names: wishes.names === 'wanted' ? 'wanted' : 'call-signs',
      retentionDays: RETENTION_DAYS.find((days) => String(days) === wishes.retentionDays) ?? 30,
      ...settingsOf(plans, proposal),
      ...(wishes.label.trim() ? { label: wishes.label.trim() } : {}),
    });
    setBusy(false);
    if (answer.ok) go(classPath(answer.value.exercise, 'lobby'));
    else setError(answer.error);
  };
  return (
    <form class="set-up" onSubmit={(event) => void create(event)}>
      <Card level={2} title={t('setUp.people')}>
        <SeatTable roles={scenario.roles} {...{ people, setPeople, proposal, plans, setPlans }} />
      </Card>
      <div class="stack">
        <WishFields scenario={scenario} wishes={wishes} change={(next) => setWishes({ ...wishes, ...next })} />
        <PersonalDataFields wishes={wishes} change={(next) => setWishes({ ...wishes, ...next })} />
        <Card level={2} title={t('setUp.content')} tone="flat">
          <ContentCard card={scenario.contentCard} />
          {scenario.contentCard.note && <p dir="auto">{scenario.contentCard.note}</p>}
        </Card>
        {error && <Problem error={error} />}
        <Button type="submit" busy={busy} disabled={wishes.languages.length === 0}>
          {t('setUp.go')}
        </Button>
      </div>
    </form>
  );
}

/** Two at each desk, and never fewer than the case asks for. */
const usualSize = ({ roles }: ScenarioCard): number =>
  roles.reduce((sum, role) => sum + Math.min(role.max, Math.max(2, role.min)), 0);

interface Wishes {
  label: string;
  languages: string[];
  seating: string;
  pace: string;
  names: string;
  retentionDays: string;
}

interface WishProps {
  scenario: ScenarioCard;
  wishes: Wishes;
  change: (next: Partial<Wishes>) => void;
}

function WishFields({ scenario, wishes, change }: WishProps) {
  const t = useT('trainer');
  const languages = scenario.languages.map((code) => ({ value: code, label: LANGUAGES[code]?.name ?? code }));
  const seatings = SEATINGS.map((value) => ({
    value,
    label: t(`setUp.${value}`),
    hint: t(`setUp.${value}Hint`),
  }));
  return (
    <Card level={2} title={t('setUp.how')}>
      <TextField
        label={t('setUp.label')}
        hint={t('setUp.labelHint')}
        value={wishes.label}
        onChange={(label) => change({ label })}
        maxLength={80}
      />
      <Checks
        label={t('setUp.languages')}
        options={languages}
        values={wishes.languages}
        onChange={(chosen) => change({ languages: chosen })}
        columns
      />
      <Radios
        label={t('setUp.seating')}
        options={seatings}
        value={wishes.seating}
        onChange={(seating) => change({ seating })}
      />
      <Select
        label={t('setUp.pace')}
        options={paces(scenario, t)}
        value={wishes.pace}
        onChange={(pace) => change({ pace })}
      />
    </Card>
  );
}

/** Names are asked for only where somebody has a reason, and everything goes by itself. */
function PersonalDataFields({ wishes, change }: Pick<WishProps, 'wishes' | 'change'>) {
  const t = useT('trainer');
  return (
    <Card level={2} title={t('personal.title')}>
      <Radios
        label={t('setUp.names')}
        options={NAMES_WISHES.map((value) => ({
          value,
          label: t(`setUp.naming.${value}`),
          hint: t(`setUp.namingHint.${value}`),
        }))}
        value={wishes.names}
        onChange={(names) => change({ names })}
      />
      <Select
        label={t('setUp.retention')}
        hint={t('setUp.retentionHint')}
        options={RETENTION_DAYS.map((days) => ({ value: String(days), label: t('setUp.days', { count: days }) }))}
        value={wishes.retentionDays}
        onChange={(retentionDays) => change({ retentionDays })}
      />
    </Card>
  );
}

/** The author's pace, and a slower and two faster ones, in words of case time and class time. */
function paces(scenario: ScenarioCard, t: T<'trainer'>) {
  return [0.5, 1, 1.5, 2].map((factor) => {
    const pace = Math.round(scenario.pace * factor * 10) / 10;
    const minutes = Math.round(scenario.lengthMinutes / factor);
    return { value: String(pace), label: t(factor === 1 ? 'setUp.paceAuthor' : 'setUp.paceOther', { pace, minutes }) };
  });
}
