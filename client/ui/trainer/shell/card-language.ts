/** The language in which case texts are asked for; the test language reads them in English. */
import { PSEUDO, wantedLanguage } from '../../../i18n/index.ts';

export const cardLanguage = (): string => (wantedLanguage.value === PSEUDO ? 'en' : wantedLanguage.value);
