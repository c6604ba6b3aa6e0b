/** Diagnostics about care: translations, real-looking data, word choice, and how people are portrayed. */
import { code, error, hint, list, warning } from './rule.ts';

export const OF_CARE = {
  TRANSLATION_FILE_MISSING: warning((p: { language: string }) => ({
    message: `The case promises ${code(p.language)}, but ${code(`${p.language}.yaml`)} is missing.`,
    remedy: 'Add the file, or remove the language from `languages`.',
  })),
  TRANSLATION_MISSING: warning((p: { language: string; within: string; paths: string[] }) => ({
    message: `${p.paths.length === 1 ? 'A text is' : `${p.paths.length} texts are`} not translated into ${code(p.language)}: ${list(p.paths, 4)}.`,
    remedy: 'Translate them; until then the desks read them in the base language.',
  })),
  TRANSLATION_UNKNOWN: warning((p: { path: string; meant?: string | undefined }) => ({
    message: `${code(p.path)} is not a text of the case.`,
    remedy: p.meant !== undefined ? `Did you mean ${code(p.meant)}?` : 'Remove it; the case may have changed since.',
  })),
  TRANSLATION_NOT_TEXT: warning((p: { path: string }) => ({
    message: `${code(p.path)} must be a text here.`,
    remedy: 'Write a text; put quotes around it if it looks like a number.',
  })),
  TRANSLATION_STALE: warning((p: { of: string; version: string }) => ({
    message: `This is a translation of version ${p.of}; the case is at ${p.version}.`,
    remedy: `Translate the changes, then write ${code(`translation-of: ${p.version}`)}.`,
  })),
  TRANSLATION_OUTDATED: warning((p: { path: string }) => ({
    message: `The text of ${code(p.path)} has changed since this translation was made.`,
    remedy: 'Compare both and correct the translation; then run `npx baraza translate` to mark it as up to date.',
  })),
  SOURCES_UNREADABLE: warning((p: { name: string }) => ({
    message: `${code(p.name)} cannot be read, so outdated translations cannot be detected.`,
    remedy: 'The command `npx baraza translate` writes this file: restore it, or delete it and run the command again.',
  })),
  LANGUAGE_NOT_DECLARED: warning((p: { language: string }) => ({
    message: `There is a translation into ${code(p.language)}, but ${code('languages')} does not name it.`,
    remedy: `Add ${code(p.language)} to ${code('languages')}.`,
  })),
  REAL_PHONE: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like a real telephone number.`,
    remedy:
      'Write a number that cannot be called, with letters: `0XX-555`, or one that is reserved for fiction: `+1 202 555 0143`.',
  })),
  REAL_ADDRESS: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like a real address on the internet.`,
    remedy: 'Use a name under `.example`, like `office@heron-line.example`, or describe it in words.',
  })),
  REAL_COORDINATES: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like coordinates of a real place.`,
    remedy: 'Name a place of the case, or describe the way there in words.',
  })),
  REAL_NUMBER: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like a real document or account number.`,
    remedy: 'Write one that is clearly invented: `EX-0001`.',
  })),
  REAL_FIRM: warning((p: { text: string }) => ({
    message: `${code(p.text)} is a real firm or organisation.`,
    remedy: 'Invent a name, or say what kind it is: “a messenger”, “the mobile money shop”, “an airline”.',
  })),
  TEXT_TELLS_TOO_EARLY: warning((p: { role: string; kind: string; id: string; name: string }) => ({
    message: `This text names “${p.name}” to ${code(p.role)}, which cannot know ${code(p.id)} yet.`,
    remedy:
      p.kind === 'person'
        ? 'Describe the appearance of this person, let the desk know the person from the start, or delay the text (`when`, `needs`) until it does.'
        : 'Leave the name out, add the desk to `known-to` of the place, or delay the text (`when`, `needs`) until the desk knows it.',
  })),
  CONTENT_CARD: warning((p: { person: string; age: number }) => ({
    message: `The content card says that there are no children, but ${code(p.person)} is ${p.age}.`,
    remedy: 'Write `children: true`.',
  })),
  NATIONALITY_AS_INDICATOR: warning((p: { text: string }) => ({
    message: `${code(p.text)} makes a person’s origin a sign of a crime.`,
    remedy: 'Name what was seen or said: who holds the papers, who pays, who speaks for whom.',
  })),
  WORD_TO_AVOID: warning((p: { word: string; better: string }) => ({
    message: `${code(p.word)} is a word to avoid.`,
    remedy: p.better,
  })),
  ONLY_WOMEN: hint((_: object) => ({
    message: 'All presumed victims of this case are women and girls.',
    remedy: 'Men and boys are exploited too, and are overlooked more often: add one.',
  })),
  VICTIM_WITHOUT_VOICE: hint((p: { person: string }) => ({
    message: `Desks act for ${code(p.person)}, who never speaks in this case.`,
    remedy:
      'Let this person speak and choose: `screening`, an interview, an answer under `consents` or `offers`. People who are helped are not objects of the case.',
  })),
  VICTIM_EYE_UNGUARDED: warning((p: { line: string; event?: string; fields?: readonly string[] }) => ({
    message:
      p.event === undefined
        ? `The line ${code(p.line)} also stands where something else was done to this person.`
        : `The line ${code(p.line)} also stands where ${code(p.event)} was done badly: the condition leaves ${list(p.fields ?? [])} open.`,
    remedy:
      p.event === undefined
        ? 'A state does not say how the person came there. Add an event about this person, the option that was decided, or where the person is; or say less.'
        : `Name ${list(p.fields ?? [])} in the condition, or forbid the harmful value with ${code('not')}; or say only what the condition guarantees.`,
  })),
  VICTIM_EYE_NAME: error((p: { line: string }) => ({
    message: `${code(p.line)} is the name of a line that the debrief counts itself.`,
    remedy: 'Choose another name, for example with the name of the person in front.',
  })),
  ONLY_VICTIMS: hint((_: object) => ({
    message: 'No person of this case turns out not to be a victim.',
    remedy: 'Screening is only trained if the result can be no: add such a person.',
  })),
  NO_GOOD_ENDING: hint((_: object) => ({
    message: 'The case cannot end without an operation.',
    remedy:
      'Add a good ending without a raid: an effect `end: true` or a `final` state reached by referral or inspection.',
  })),
  CASE_IN_THE_DARK: hint((_: object) => ({
    message: 'The case has no ending of its own.',
    remedy: 'Add an effect `end: true` at the point where the work is done; the trainer then gets a suggestion to end.',
  })),
};
