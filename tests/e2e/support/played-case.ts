/** The authored case, for the texts on the screen and for the line to play. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardOf } from '../../../shared/cards/card-of.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import type { Playthrough } from '../../../shared/playthrough/playthrough.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import { caseFiles } from '../../support/case-files.ts';
import { textOf } from './texts.ts';

export class PlayedCase {
  readonly compiled: CompiledScenario;
  readonly #id: string;

  constructor(id: string) {
    const { compiled, diagnostics } = parseCase(caseFiles(id));
    if (!compiled) throw new Error(`${id} cannot be read: ${JSON.stringify(diagnostics)}`);
    this.compiled = compiled;
    this.#id = id;
  }

  playthrough(name: string): Playthrough {
    const path = join('scenarios', this.#id, `${name}.playthrough.yaml`);
    const { playthrough, diagnostics } = parsePlaythrough(path, readFileSync(path, 'utf8'), this.compiled);
    if (!playthrough) throw new Error(`${path} cannot be read: ${JSON.stringify(diagnostics)}`);
    return playthrough;
  }

  get title(): string {
    return this.compiled.scenario.title;
  }

  get roles(): string[] {
    return Object.keys(this.compiled.scenario.roles);
  }

  /** The title of a card: `item:bus-manifest`, `place:bus-park`, `helper:…`, `service:…`, `decision:…`, `operation:…`. */
  name(card: string): string {
    const found = cardOf({ compiled: this.compiled, translations: {} }, 'en', card);
    const name = found?.title ?? found?.text;
    if (name === undefined) throw new Error(`${card} has no name`);
    return name;
  }

  /** The text of a card without a title. */
  words(card: string): string {
    const words = cardOf({ compiled: this.compiled, translations: {} }, 'en', card)?.text;
    if (words === undefined) throw new Error(`${card} has no text`);
    return words;
  }

  roleTitle = (role: string): string => this.name(`role:${role}`);

  /** A desk's name for other desks. */
  roleShort(role: string): string {
    const card = cardOf({ compiled: this.compiled, translations: {} }, 'en', `role:${role}`);
    return card?.facts?.short ?? this.roleTitle(role);
  }

  /** The receiver of something: a desk, a service, or an outside body. */
  receiver(id: string): string {
    const { scenario, law } = this.compiled;
    if (id in scenario.roles) return this.roleShort(id);
    return id in scenario.services ? this.name(`service:${id}`) : (law.bodies[id]?.title ?? id);
  }

  /** A person is shown by name to those who know it, by appearance to all others. */
  person(id: string): string[] {
    const person = this.compiled.scenario.people[id];
    if (!person) throw new Error(`there is nobody called ${id}`);
    return [person.name, person.appears];
  }

  partTitle(item: string, part: string): string | undefined {
    return this.compiled.scenario.items[item]?.parts?.[part]?.title;
  }

  parts = (item: string): string[] => Object.keys(this.compiled.scenario.items[item]?.parts ?? {});

  option(decision: string, option: string): string {
    const found = this.compiled.scenario.decisions[decision]?.options[option];
    if (!found) throw new Error(`${decision} has no option ${option}`);
    return found.title;
  }

  need(need: string): string {
    const named: Record<string, string | undefined> = this.compiled.law.needs ?? {};
    return named[need] ?? textOf('common', `need.${need}`);
  }
}
