import { keepLanguage } from '../../i18n/first-language.ts';
import { formatList } from '../../i18n/formats.ts';
import { COMPLETE, LANGUAGES, screenLanguage, setLanguage, useT, wantedLanguage } from '../../i18n/index.ts';
import { caseLanguage } from './case-language.ts';

/** The languages by their own names: those of the screens and those of the case. A hint says where one of them is not translated. */
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
      {offered ? (
        <CaseLanguages offered={offered} />
      ) : (
        !COMPLETE.includes(wanted) &&
        wanted in LANGUAGES && <p class="hint">{t('language.partly', { language: nameOf(wanted) })}</p>
      )}
    </fieldset>
  );
}

/** Says which language the screens and the case will have, where one of them is not the chosen one. */
function CaseLanguages({ offered }: { offered: readonly string[] }) {
  const t = useT('join');
  const wanted = wantedLanguage.value;
  const read = caseLanguage(offered, wanted);
  if (read === wanted && screenLanguage.value === wanted) return null;
  return (
    <p class="hint" role="status">
      {t('language.offered', { languages: formatList(offered.map(nameOf)) })}{' '}
      {t('readIn.case', { language: nameOf(read) })} {t('readIn.menus', { language: nameOf(screenLanguage.value) })}
    </p>
  );
}

const nameOf = (language: string): string => LANGUAGES[language]?.name ?? language;
