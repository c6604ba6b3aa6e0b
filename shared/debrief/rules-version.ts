/**
 * Version of the rules that turn a log into marks. Stored with every debrief at the end of an exercise, so that the
 * rules of its marks are known.
 *
 * Raise it by one, and add a line to the table in `docs/format.md`, with every change after which the same log and the
 * same rubric can give another rating, task result, red line, measure, headline, path, verdict of the ledger or point
 * on non-punishment. Sentences, the order of lists and new timeline lines do not raise it. Exercises that have ended
 * keep the marks of their version.
 */
export const RULES_VERSION = 2;
