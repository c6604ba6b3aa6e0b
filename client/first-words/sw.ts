/** What the page for joining says, in one file: it is fetched before anything else. */
export { default as common } from '../i18n/sw/common.json';
export { default as join } from '../i18n/sw/join.json';
