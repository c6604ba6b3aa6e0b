/** An included file: some of the sections of the case, merged into it id by id. */
import { z } from 'zod';
import { Scenario } from './scenario.ts';

/** Sections that are lists by id, and so can be split over files. */
export const PART_SECTIONS = [
  'spoken-languages',
  'roles',
  'places',
  'people',
  'helpers',
  'items',
  'interviews',
  'services',
  'holdings',
  'decisions',
  'operations',
  'statecharts',
  'injects',
  'charges',
  'rubric',
  'red-lines',
] as const;
/** The lists by id inside `debrief`. */
export const PART_DEBRIEF = ['pins', 'victim-eye'] as const;

const { shape } = Scenario;
const debrief = shape.debrief.unwrap().shape;

/** The schema of an included file for editors; the loader reads the whole merged case by one schema. */
export const Part = z
  .strictObject({
    'spoken-languages': shape['spoken-languages'].optional(),
    roles: shape.roles.optional(),
    places: shape.places.optional(),
    people: shape.people.optional(),
    helpers: shape.helpers.optional(),
    items: shape.items.optional(),
    interviews: shape.interviews.optional(),
    services: shape.services.optional(),
    holdings: shape.holdings.optional(),
    decisions: shape.decisions.optional(),
    operations: shape.operations.optional(),
    statecharts: shape.statecharts.optional(),
    injects: shape.injects.optional(),
    charges: shape.charges.optional(),
    rubric: shape.rubric.optional(),
    'red-lines': shape['red-lines'].optional(),
    debrief: z
      .strictObject({ pins: debrief.pins.optional(), 'victim-eye': debrief['victim-eye'].optional() })
      .optional()
      .meta({ description: 'Pins and victim’s-eye lines; the rest of the debrief is in scenario.yaml.' }),
  })
  .meta({ id: 'Part', title: 'Part of a Baraza scenario, named in its `include`' });
