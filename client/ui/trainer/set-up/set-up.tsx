/** The set-up of a class: people, desks, languages, pace. */
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
  const found = cases.value?.find((each) => each.id === scenario);
  return (
    <>
      <TrainerBar title={found?.title ?? ''} />
      <main class="trainer-page" id="content">
        {cases.error && <Problem error={cases.error} onRetry={cases.reload} />}
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
  const [people, setPeople] = useState(defaultSize(scenario));
  const [plans, setPlans] = useState(plansFor(scenario.roles));
  const [settings, setSettings] = useState<Settings>({
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
      languages: settings.languages,
      pace: Number(settings.pace),
      seating: settings.seating === TRAINER ? TRAINER : 'choice',
      names: settings.names === 'wanted' ? 'wanted' : 'call-signs',
      retentionDays: RETENTION_DAYS.find((days) => String(days) === settings.retentionDays) ?? 30,
      ...settingsOf(plans, proposal),
      ...(settings.label.trim() ? { label: settings.label.trim() } : {}),
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
        <SettingFields
          scenario={scenario}
          settings={settings}
          change={(next) => setSettings({ ...settings, ...next })}
        />
        <PersonalDataFields settings={settings} change={(next) => setSettings({ ...settings, ...next })} />
        <Card level={2} title={t('setUp.content')} tone="flat">
          <ContentCard card={scenario.contentCard} />
          {scenario.contentCard.note && <p dir="auto">{scenario.contentCard.note}</p>}
        </Card>
        {error && <Problem error={error} />}
        <Button type="submit" busy={busy} disabled={settings.languages.length === 0}>
          {t('setUp.go')}
        </Button>
      </div>
    </form>
  );
}

/** The default size: two people per desk, and never fewer than the case requires. */
const defaultSize = ({ roles }: ScenarioCard): number =>
  roles.reduce((sum, role) => sum + Math.min(role.max, Math.max(2, role.min)), 0);

interface Settings {
  label: string;
  languages: string[];
  seating: string;
  pace: string;
  names: string;
  retentionDays: string;
}

interface SettingProps {
  scenario: ScenarioCard;
  settings: Settings;
  change: (next: Partial<Settings>) => void;
}

function SettingFields({ scenario, settings, change }: SettingProps) {
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
        value={settings.label}
        onChange={(label) => change({ label })}
        maxLength={80}
      />
      <Checks
        label={t('setUp.languages')}
        options={languages}
        values={settings.languages}
        onChange={(chosen) => change({ languages: chosen })}
        columns
      />
      <Radios
        label={t('setUp.seating')}
        options={seatings}
        value={settings.seating}
        onChange={(seating) => change({ seating })}
      />
      <Select
        label={t('setUp.pace')}
        options={paces(scenario, t)}
        value={settings.pace}
        onChange={(pace) => change({ pace })}
      />
    </Card>
  );
}

/** Data protection: names are optional by default, and all data has an expiry. */
function PersonalDataFields({ settings, change }: Pick<SettingProps, 'settings' | 'change'>) {
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
        value={settings.names}
        onChange={(names) => change({ names })}
      />
      <Select
        label={t('setUp.retention')}
        hint={t('setUp.retentionHint')}
        options={RETENTION_DAYS.map((days) => ({ value: String(days), label: t('setUp.days', { count: days }) }))}
        value={settings.retentionDays}
        onChange={(retentionDays) => change({ retentionDays })}
      />
    </Card>
  );
}

/** The author's pace, a slower one and two faster ones, described in case time and class time. */
function paces(scenario: ScenarioCard, t: T<'trainer'>) {
  return [0.5, 1, 1.5, 2].map((factor) => {
    const pace = Math.round(scenario.pace * factor * 10) / 10;
    const minutes = Math.round(scenario.lengthMinutes / factor);
    return { value: String(pace), label: t(factor === 1 ? 'setUp.paceAuthor' : 'setUp.paceOther', { pace, minutes }) };
  });
}
