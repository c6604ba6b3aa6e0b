/** The join page: class code, name, language, desk. It shows the sensitive themes of the case first, and does not load Colyseus. */
import { useEffect, useState } from 'preact/hooks';
import type { JoinCard } from '../../../shared/protocol/api.ts';
import { readJoinCard } from '../../connection/api.ts';
import { loadTexts, screenLanguage, useT, wantedLanguage, textForId } from '../../i18n/index.ts';
import { Button } from '../kit/button.tsx';
import { Notice, Waiting } from '../kit/feedback.tsx';
import { DisplaySettings } from '../kit/display-settings.tsx';
import { JoinForm } from './join-form.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { isCompletePin, readPin } from '../../state/pin.ts';
import { PinField } from './pin-field.tsx';
import { Recover } from './recover.tsx';
import { ReturnOffer } from './return-offer.tsx';
import './join.css';

type FoundClass = { pin: string; card?: JoinCard; error?: string };

/** Reads the card of a class once the code is complete. */
function useJoinCard(pin: string): [FoundClass | undefined, () => void] {
  const [found, setFound] = useState<FoundClass>();
  const [tries, setTries] = useState(0);
  const language = wantedLanguage.value;
  useEffect(() => {
    if (!isCompletePin(pin)) return setFound(undefined);
    let isCurrent = true;
    void readJoinCard(pin, language).then((answer) => {
      if (isCurrent) setFound(answer.ok ? { pin, card: answer.value } : { pin, error: answer.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [pin, tries, language]);
  return [found?.pin === pin ? found : undefined, () => setTries(tries + 1)];
}

export function Join({ pin: initialPin }: { pin: string }) {
  const t = useT('join');
  const [pin, setPin] = useState(readPin(initialPin));
  const [recovering, setRecovering] = useState(false);
  const [found, retry] = useJoinCard(pin);
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
      {isCompletePin(pin) && !found && <Waiting label={t('looking')} />}
      {found?.error && (
        <Notice tone="alert" live="polite" title={textForId('common', `error.${found.error}`)}>
          <div class="stack tight">
            <p>
              {t(
                `remedy.${found.error === 'no-such-class' || found.error === 'not-found' ? 'pin' : found.error === 'class-ended' ? 'ended' : 'again'}`,
              )}
            </p>
            <Button kind="quiet" size="small" onClick={retry}>
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
