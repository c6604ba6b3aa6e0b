/** The stored name of the trainer. Separate from `stored-names.ts` so that the first page loads no schemas with it. */
export const TRAINER = 'trainer';
