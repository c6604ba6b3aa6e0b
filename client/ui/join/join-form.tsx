import { useEffect, useState } from 'preact/hooks';
import type { JoinCard } from '../../../shared/protocol/api.ts';
import { caseLanguage } from './case-language.ts';
import { joinClass } from '../../connection/join-class.ts';
import { screenLanguage, useT, wantedLanguage, textForId } from '../../i18n/index.ts';
import { keepPass } from '../../state/seat-pass.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/feedback.tsx';
import { TextField } from '../kit/fields.tsx';
import { go } from '../kit/hooks.ts';
import { ContentCard } from './content-card.tsx';
import { DeskChoice } from './desk-choice.tsx';
import { CallSign } from './call-sign.tsx';
import { makeOtherCallSign, makeCallSign } from './friendly-name.ts';

/** The form for a known class: content card, call sign, optional name, and a desk if the class allows a choice. */
export function JoinForm({ pin, card }: { pin: string; card: JoinCard }) {
  const t = useT('join');
  const [name, setName] = useState('');
  const [callSign, setCallSign] = useState('');
  const [taken, setTaken] = useState('');
  useEffect(() => setCallSign(makeCallSign()), [screenLanguage.value]);
  const [role, setRole] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const hasChoice = card.seating === 'choice' && card.roles.length > 0;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    const language = caseLanguage(card.languages, wantedLanguage.value);
    const answer = await joinClass(pin, {
      name: name.trim() || callSign,
      callSign: name.trim() === '',
      language,
      ...(hasChoice && role ? { role } : {}),
    });
    setBusy(false);
    if (!answer.ok && answer.error === 'name-taken') {
      setTaken(callSign);
      return setCallSign(makeOtherCallSign(callSign));
    }
    if (!answer.ok) return setError(answer.error === 'bad-request' && answer.detail === 'name' ? 'name' : answer.error);
    keepPass(answer.value.token);
    go('/play');
  };
  return (
    <form class="stack wide" onSubmit={(event) => void submit(event)}>
      <h2>
        <bdi>{card.title}</bdi>
      </h2>
      <ContentCard card={card.contentCard} />
      <CallSign value={callSign} taken={taken} onAnother={() => setCallSign(makeOtherCallSign(callSign))} />
      <OwnName card={card} value={name} onChange={setName} />
      {hasChoice ? (
        <DeskChoice roles={card.roles} value={role} onChange={setRole} />
      ) : (
        <p class="dim">{t('desk.byTrainer')}</p>
      )}
      {error && (
        <Notice
          tone="alert"
          live="assertive"
          title={error === 'name' ? t('name.refused') : textForId('common', `error.${error}`)}
        >
          {t(`remedy.${remedyOf(error)}`)}
        </Notice>
      )}
      <Button type="submit" size="wide" busy={busy}>
        {name.trim() ? t('join') : t('joinAs', { name: callSign })}
      </Button>
    </form>
  );
}

const remedyOf = (error: string) => (error === 'class-full' ? 'full' : error === 'name' ? 'name' : 'again');

interface OwnNameProps {
  card: JoinCard;
  value: string;
  onChange: (value: string) => void;
}

/** An optional name. The hint says who sees it and how long it is kept. */
function OwnName({ card: { names, retentionDays }, value, onChange }: OwnNameProps) {
  const t = useT('join');
  return (
    <TextField
      label={t(names === 'wanted' ? 'name.wantedLabel' : 'name.label')}
      hint={t(names === 'wanted' ? 'name.wanted' : 'name.hint', { count: retentionDays })}
      value={value}
      onChange={onChange}
      maxLength={40}
      autocomplete="off"
    />
  );
}
