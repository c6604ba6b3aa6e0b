import { keepLanguage } from '../../i18n/first-language.ts';
import { COMPLETE, LANGUAGES, setLanguage, useT, wantedLanguage } from '../../i18n/index.ts';

/** The languages by their own names: those of the screens and those of the case. A hint says if the screens are not translated. */
export function LanguageChoice({ offered }: { offered?: readonly string[] | undefined }) {
  const t = useT('join');
  const wanted = wantedLanguage.value;
  const listed = Object.keys(LANGUAGES).filter(
    (language) => language === wanted || COMPLETE.includes(language) || offered?.includes(language),
  );
  const choose = (language: string): void => {
    keepLanguage(language);
    void setLanguage(language, 'join');
  };
  return (
    <fieldset class="field">
      <legend>{t('shared.language')}</legend>
      <div class="row tight">
        {listed.map((language) => (
          <label key={language} class="pill" lang={language} dir={LANGUAGES[language]?.dir}>
            <input
              type="radio"
              name="language"
              class="visually-hidden"
              checked={wanted === language}
              onChange={() => choose(language)}
            />
            {LANGUAGES[language]?.name}
          </label>
        ))}
      </div>
      {!COMPLETE.includes(wanted) && wanted in LANGUAGES && (
        <p class="hint">{t('language.partly', { language: LANGUAGES[wanted]?.name ?? wanted })}</p>
      )}
    </fieldset>
  );
}
