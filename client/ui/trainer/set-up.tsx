/** From a case to a class: how many people, which desks, which languages, how fast. */
import { useState } from 'preact/hooks';
import type { ScenarioCard } from '../../../shared/protocol/api.ts';
import type { ErrorCode } from '../../connection/api.ts';
import { createExercise, readScenarios } from '../../connection/api.ts';
import { LANGUAGES } from '../../i18n/index.ts';
import { Button, Card, Checks, go, LinkButton, Radios, Select, TextField, useT, Waiting } from '../kit/index.ts';
import { cardLanguage } from './card-language.ts';
import { ContentCard } from './case-card.tsx';
import { Problem } from './problem.tsx';
import { proposeSeats } from './propose-seats.ts';
import { SeatTable } from './seat-table.tsx';
import { TrainerBar } from './trainer-bar.tsx';
import { classPath } from './trainer-route.ts';
import { useAnswer } from './use-answer.ts';

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
  const [people, setPeople] = useState(
    Math.max(
      scenario.roles.length * 2,
      scenario.roles.reduce((sum, role) => sum + role.min, 0),
    ),
  );
  const [without, setWithout] = useState<string[]>([]);
  const [languages, setLanguages] = useState(scenario.languages);
  const [pace, setPace] = useState(String(scenario.pace));
  const [seating, setSeating] = useState('choice');
  const [label, setLabel] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const desks = scenario.roles.filter((role) => !without.includes(role.role));
  const proposal = proposeSeats(desks, people);
  const create = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await createExercise({
      scenario: scenario.id,
      languages,
      pace: Number(pace),
      seating: seating === 'trainer' ? 'trainer' : 'choice',
      without: [...new Set([...without, ...proposal.leftOut])],
      ...(label.trim() ? { label: label.trim() } : {}),
    });
    setBusy(false);
    if (answer.ok) go(classPath(answer.value.exercise, 'lobby'));
    else setError(answer.error);
  };
  return (
    <form class="set-up" onSubmit={(event) => void create(event)}>
      <div class="stack">
        <Card level={2} title={t('setUp.people')}>
          <SeatTable
            roles={scenario.roles}
            people={people}
            setPeople={setPeople}
            proposal={proposal}
            without={without}
            setWithout={setWithout}
          />
        </Card>
      </div>
      <div class="stack">
        <Card level={2} title={t('setUp.how')}>
          <TextField
            label={t('setUp.label')}
            hint={t('setUp.labelHint')}
            value={label}
            onChange={setLabel}
            maxLength={80}
          />
          <Checks
            label={t('setUp.languages')}
            options={scenario.languages.map((code) => ({ value: code, label: LANGUAGES[code]?.name ?? code }))}
            values={languages}
            onChange={setLanguages}
            columns
          />
          <Radios
            label={t('setUp.seating')}
            options={['choice', 'trainer'].map((value) => ({
              value,
              label: t(`setUp.${value}`),
              hint: t(`setUp.${value}Hint`),
            }))}
            value={seating}
            onChange={setSeating}
          />
          <Select label={t('setUp.pace')} options={paces(scenario, t)} value={pace} onChange={setPace} />
        </Card>
        <Card level={2} title={t('setUp.content')} tone="flat">
          <ContentCard card={scenario.contentCard} />
          {scenario.contentCard.note && <p dir="auto">{scenario.contentCard.note}</p>}
        </Card>
        {error && <Problem error={error} />}
        <Button type="submit" busy={busy} disabled={languages.length === 0}>
          {t('setUp.go')}
        </Button>
      </div>
    </form>
  );
}

/** The author's pace, and a slower and two faster ones, in words of case time and class time. */
function paces(scenario: ScenarioCard, t: (key: string, params?: Record<string, string | number>) => string) {
  return [0.5, 1, 1.5, 2].map((factor) => {
    const pace = Math.round(scenario.pace * factor * 10) / 10;
    const minutes = Math.round(scenario.lengthMinutes / factor);
    return { value: String(pace), label: t(factor === 1 ? 'setUp.paceAuthor' : 'setUp.paceOther', { pace, minutes }) };
  });
}
