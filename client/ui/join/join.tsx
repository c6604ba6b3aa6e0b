/** Joining: class code, name, language, desk; what the case touches is shown before anybody joins. Works without the room's script. */
import { useEffect, useState } from 'preact/hooks';
import type { JoinCard } from '../../../shared/protocol/api.ts';
import { readJoinCard } from '../../connection/api.ts';
import { loadTexts, screenLanguage, useT, wantedLanguage, textForId } from '../../i18n/index.ts';
import { Button } from '../kit/button.tsx';
import { Notice, Waiting } from '../kit/feedback.tsx';
import { DisplaySettings } from '../trainee/shell/display-settings.tsx';
import { JoinForm } from './join-form.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { isWholePin, readPin } from './pin.ts';
import { PinField } from './pin-field.tsx';
import { Recover } from './recover.tsx';
import { ReturnOffer } from './return-offer.tsx';
import './join.css';

type Found = { pin: string; card?: JoinCard; error?: string };

/** The card of a class, fetched as soon as the code is whole. */
function useJoinCard(pin: string): [Found | undefined, () => void] {
  const [found, setFound] = useState<Found>();
  const [tries, setTries] = useState(0);
  const language = wantedLanguage.value;
  useEffect(() => {
    if (!isWholePin(pin)) return setFound(undefined);
    let wanted = true;
    void readJoinCard(pin, language).then((answer) => {
      if (wanted) setFound(answer.ok ? { pin, card: answer.value } : { pin, error: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [pin, tries, language]);
  return [found?.pin === pin ? found : undefined, () => setTries(tries + 1)];
}

export function Join({ pin: given }: { pin: string }) {
  const t = useT('join');
  const [pin, setPin] = useState(readPin(given));
  const [recovering, setRecovering] = useState(false);
  const [found, again] = useJoinCard(pin);
  useEffect(() => void loadTexts('join'), [screenLanguage.value]);
  return (
    <main class="join" id="content">
      <header class="spread top">
        <div>
          <h1>{t('brand')}</h1>
          <p class="dim">{t('lead')}</p>
        </div>
        <DisplaySettings />
      </header>
      <ReturnOffer pin={pin} />
      <PinField pin={pin} onChange={setPin} />
      <LanguageChoice offered={found?.card?.languages} />
      {isWholePin(pin) && !found && <Waiting label={t('looking')} />}
      {found?.error && (
        <Notice tone="alert" live="polite" title={textForId('common', `error.${found.error}`)}>
          <div class="stack tight">
            <p>
              {t(
                `remedy.${found.error === 'no-such-class' || found.error === 'not-found' ? 'pin' : found.error === 'class-ended' ? 'ended' : 'again'}`,
              )}
            </p>
            <Button kind="quiet" size="small" onClick={again}>
              {t('tryAgain')}
            </Button>
          </div>
        </Notice>
      )}
      {found?.card?.status === 'ended' && (
        <Notice tone="due" title={t('error.class-ended')}>
          {t('remedy.ended')}
        </Notice>
      )}
      {found?.card && found.card.status !== 'ended' && (
        <JoinForm key={found.card.exercise} pin={pin} card={found.card} />
      )}
      <footer class="stack">
        {recovering ? (
          <Recover pin={pin} />
        ) : (
          <Button kind="quiet" onClick={() => setRecovering(true)}>
            {t('recover.open')}
          </Button>
        )}
        <p class="small dim">
          <a class="tall-link" href="/trainer">
            {t('trainerLink')}
          </a>
        </p>
      </footer>
    </main>
  );
}
