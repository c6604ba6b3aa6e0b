/** Practice for one person: choose a desk, all others are simulated. Starts in this browser. */
import { useState } from 'preact/hooks';
import type { ScenarioCard } from '../../../../shared/protocol/api.ts';
import type { Manner } from '../../../../shared/vocabulary/enums.ts';
import type { ErrorCode } from '../../../connection/api.ts';
import { startPractice } from '../../../connection/api.ts';
import { keepPass } from '../../../state/seat-pass.ts';
import { Button, Dialog, go, Radios, Select, useT } from '../../kit/index.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { ContentCard } from '../shell/case-card.tsx';
import { MannerField } from '../simulated/manner-field.tsx';
import { Problem } from '../shell/problem.tsx';

interface PracticeDialogProps {
  cases: readonly ScenarioCard[];
  close: () => void;
}

export function PracticeDialog({ cases, close }: PracticeDialogProps) {
  const t = useT('trainer');
  const [id, setId] = useState(cases[0]?.id ?? '');
  const [role, setRole] = useState('');
  const [manner, setManner] = useState<Manner>('rule-bound');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const chosen = cases.find((each) => each.id === id);
  const desk = chosen?.roles.find((each) => each.role === role) ?? chosen?.roles[0];
  const begin = async (): Promise<void> => {
    if (!chosen || !desk) return;
    setBusy(true);
    const language = chosen.languages.includes(cardLanguage()) ? cardLanguage() : (chosen.languages[0] ?? 'en');
    const name = t('practice.name');
    const answer = await startPractice({ scenario: chosen.id, role: desk.role, language, name, manner });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    keepPass(answer.value.token);
    go('/play');
  };
  return (
    <Dialog
      open
      title={t('practice.title')}
      onClose={close}
      footer={
        <Button busy={busy} disabled={!desk} onClick={() => void begin()}>
          {t('practice.go')}
        </Button>
      }
    >
      <p>{t('practice.text')}</p>
      {cases.length > 1 && (
        <Select
          label={t('practice.case')}
          options={cases.map((each) => ({ value: each.id, label: each.title }))}
          value={id}
          onChange={setId}
        />
      )}
      <Radios
        label={t('shared.yourDesk')}
        options={(chosen?.roles ?? []).map((each) => ({ value: each.role, label: each.title }))}
        value={desk?.role ?? ''}
        onChange={setRole}
      />
      <MannerField label={t('manner.ofOthers')} value={manner} onChange={setManner} />
      {chosen && <ContentCard card={chosen.contentCard} />}
      {error && <Problem error={error} />}
    </Dialog>
  );
}
