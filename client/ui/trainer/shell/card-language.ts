/** The language of case texts. The pseudo-language reads them in English. */
import { PSEUDO, wantedLanguage } from '../../../i18n/index.ts';

export const cardLanguage = (): string => (wantedLanguage.value === PSEUDO ? 'en' : wantedLanguage.value);
