/** The language of the case for this person: the chosen one, else English, else the first on offer. */
export const caseLanguage = (offered: readonly string[], wanted: string): string =>
  [wanted, 'en'].find((language) => offered.includes(language)) ?? offered[0] ?? 'en';
