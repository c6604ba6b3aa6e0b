/** The texts of the join page in one file, which is fetched before the program. */
export { default as common } from '../i18n/en/common.json';
export { default as join } from '../i18n/en/join.json';
