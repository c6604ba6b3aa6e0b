/** What the parts of a scenario are made of: texts, files, durations, tags, competencies. */
import { z } from 'zod';
import { parseDuration } from '../../time.ts';

/** Text for people. Markdown-light (`*em*`, `**strong**`, lists, line breaks); never HTML. */
export const Text = z.string().min(1).max(4000).meta({ description: 'Text people read. Markdown-light, never HTML.' });
/** One line: a title, a label, a name. */
export const Line = z.string().min(1).max(200).meta({ description: 'One line of text.' });

/** Names of two or three letters are translations, so an included file has a longer name. */
const PART_FILE = /^(?!scenario\.yaml$)[a-z][a-z0-9-]{3,60}\.yaml$/;
/** True for a valid name of an included file, which is always beside scenario.yaml. */
export const isPartFile = (name: string): boolean => PART_FILE.test(name);
export const PartFile = z
  .string()
  .regex(
    PART_FILE,
    'a part of the case stands beside `scenario.yaml`, and its name is four or more small letters with `.yaml`, like `people.yaml`',
  )
  .meta({ description: 'A file beside scenario.yaml that holds some of its sections.', examples: ['people.yaml'] });

/** A length of case time; parsed to milliseconds. */
export const Duration = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, 'a duration is written like `40m`, `2h`, `1h 30m` or `2d`')
  .transform((text) => parseDuration(text) ?? 0)
  .meta({ description: 'A length of case time: 40m, 2h, 1h 30m, 2d.', examples: ['40m'] });

/** The classification tags of `domain.md` 3.5. All but `evidence` and `public` mark restricted information. */
export const TAGS = ['id', 'shelter-location', 'health', 'asylum', 'op-plan', 'source', 'evidence', 'public'] as const;
export const Tag = z.enum(TAGS).meta({ description: 'What kind of information this is; decides who may need it.' });
export type Tag = z.infer<typeof Tag>;

/** The ten competencies of `domain.md` 3.5. */
export const COMPETENCIES = [
  'detect-and-screen',
  'safety-first',
  'protection-and-referral',
  'consent-and-information',
  'coordination',
  'plan-and-operate',
  'interviewing',
  'evidence-and-money',
  'law-and-charging',
  'cross-border-and-continuity',
] as const;
export const Competency = z.enum(COMPETENCIES).meta({ description: 'One of the ten competencies.' });
export type Competency = z.infer<typeof Competency>;
