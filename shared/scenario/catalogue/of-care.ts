/** Findings about care: translations, real-looking data, words, and how people are shown. */
import { code, hint, list, warning } from './rule.ts';

export const OF_CARE = {
  TRANSLATION_FILE_MISSING: warning((p: { language: string }) => ({
    message: `The case promises ${code(p.language)}, but there is no ${code(`${p.language}.yaml`)}.`,
    remedy: 'Add the file, or take the language out of `languages`.',
  })),
  TRANSLATION_MISSING: warning((p: { language: string; within: string; paths: string[] }) => ({
    message: `${p.paths.length === 1 ? 'A text is' : `${p.paths.length} texts are`} not translated into ${code(p.language)}: ${list(p.paths, 4)}.`,
    remedy: 'Until then the desks read the base language there.',
  })),
  TRANSLATION_UNKNOWN: warning((p: { path: string; meant?: string | undefined }) => ({
    message: `${code(p.path)} is no text of the case.`,
    remedy: p.meant !== undefined ? `Did you mean ${code(p.meant)}?` : 'Remove it; the case may have changed since.',
  })),
  TRANSLATION_NOT_TEXT: warning((p: { path: string }) => ({
    message: `${code(p.path)} must be a text here.`,
    remedy: 'Write a text, in quotes where it looks like a number.',
  })),
  TRANSLATION_STALE: warning((p: { of: string; version: string }) => ({
    message: `This is a translation of version ${p.of}; the case is at ${p.version}.`,
    remedy: `Go through the changes, then write ${code(`translation-of: ${p.version}`)}.`,
  })),
  TRANSLATION_OUTDATED: warning((p: { path: string }) => ({
    message: `The text of ${code(p.path)} has changed since this translation was made.`,
    remedy: 'Compare them and mend the translation; `npx baraza translate` then notes that it is up to date.',
  })),
  SOURCES_UNREADABLE: warning((p: { name: string }) => ({
    message: `${code(p.name)} cannot be read, so nobody can tell which translations are old.`,
    remedy: 'It is written by `npx baraza translate`: restore it, or delete it and run the command again.',
  })),
  LANGUAGE_NOT_DECLARED: warning((p: { language: string }) => ({
    message: `There is a translation into ${code(p.language)}, but ${code('languages')} does not name it.`,
    remedy: `Add ${code(p.language)} to ${code('languages')}.`,
  })),
  REAL_PHONE: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like a real telephone number.`,
    remedy:
      'Write a number that cannot be called, with letters: `0XX-555`, or one that is kept for fiction: `+1 202 555 0143`.',
  })),
  REAL_ADDRESS: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like a real address on the internet.`,
    remedy: 'Use a name under `.example`, like `office@heron-line.example`, or only describe it.',
  })),
  REAL_COORDINATES: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like coordinates of a real place.`,
    remedy: 'Name a place of the case, or say the way there in words.',
  })),
  REAL_NUMBER: warning((p: { text: string }) => ({
    message: `${code(p.text)} looks like a real document or account number.`,
    remedy: 'Write one that shows it is invented: `EX-0001`.',
  })),
  REAL_FIRM: warning((p: { text: string }) => ({
    message: `${code(p.text)} is a real firm or body.`,
    remedy: 'Invent a name, or say what it is: “a messenger”, “the mobile money shop”, “an airline”.',
  })),
  TEXT_TELLS_TOO_EARLY: warning((p: { role: string; kind: string; id: string; name: string }) => ({
    message: `This text names “${p.name}” to ${code(p.role)}, who cannot know of ${code(p.id)} yet.`,
    remedy:
      p.kind === 'person'
        ? 'Say what can be seen of this person, let the desk know the person from the start, or let the text wait (`when`, `needs`) until it does.'
        : 'Leave the name out, add the desk to `known-to` of the place, or let the text wait (`when`, `needs`) until it knows.',
  })),
  CONTENT_CARD: warning((p: { person: string; age: number }) => ({
    message: `The content card says that there are no children, but ${code(p.person)} is ${p.age}.`,
    remedy: 'Write `children: true`.',
  })),
  NATIONALITY_AS_INDICATOR: warning((p: { text: string }) => ({
    message: `${code(p.text)} makes where somebody comes from a sign of a crime.`,
    remedy: 'Name what was seen or said: who holds the papers, who pays, who speaks for whom.',
  })),
  WORD_TO_AVOID: warning((p: { word: string; better: string }) => ({
    message: `${code(p.word)} is a word this environment does not use.`,
    remedy: p.better,
  })),
  ONLY_WOMEN: hint((_: object) => ({
    message: 'All presumed victims of this case are women and girls.',
    remedy: 'Men and boys are exploited too, and are overlooked more often: think of one.',
  })),
  VICTIM_WITHOUT_VOICE: hint((p: { person: string }) => ({
    message: `Things are done for ${code(p.person)}, who never says a word in this case.`,
    remedy:
      'Let this person speak and choose: `screening`, an interview, an answer under `consents` or `offers`. People who are helped are not objects of the case.',
  })),
  ONLY_VICTIMS: hint((_: object) => ({
    message: 'Nobody in this case turns out not to be a victim.',
    remedy: 'Screening is only trained where the answer can be no: think of one.',
  })),
  NO_GOOD_ENDING: hint((_: object) => ({
    message: 'The case cannot come to an end without an operation.',
    remedy:
      'Think of a good ending without a raid: an effect `end: true` or a `final` state reached by referral or inspection.',
  })),
  CASE_IN_THE_DARK: hint((_: object) => ({
    message: 'The case has no ending of its own.',
    remedy: 'Add an effect `end: true` where the work is done; the trainer is then told.',
  })),
};
