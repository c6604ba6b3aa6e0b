/** Things created by earlier steps, under their names in the playthrough. */
import { Fields } from './act.ts';

export class Names {
  readonly #made = new Map<string, Fields>();
  readonly #referrals = new Map<string, string[]>();

  /** Records what a step created; every needs assessment counts, named or not. */
  made(command: string, fields: Readonly<Record<string, unknown>>, name: string | undefined): void {
    const read = new Fields(fields);
    if (name !== undefined) this.#made.set(name, read);
    if (command !== 'assess-needs') return;
    const person = read.text('person');
    this.#referrals.set(person, [...(this.#referrals.get(person) ?? []), name ?? '']);
  }

  /** The fields of the step that created it. */
  of(name: string): Fields {
    const found = this.#made.get(name.replace(/^@/, ''));
    if (!found) throw new Error(`no step before this one made ${name}`);
    return found;
  }

  /** A referral by its index among the person's referrals. */
  referral(name: string): { person: string; place: number } {
    const person = this.of(name).text('person');
    return { person, place: (this.#referrals.get(person) ?? []).indexOf(name) };
  }
}
