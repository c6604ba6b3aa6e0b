/** The texts of the join page in one file, which is fetched before the program. */
export { default as common } from '../i18n/fr/common.json';
export { default as join } from '../i18n/fr/join.json';
