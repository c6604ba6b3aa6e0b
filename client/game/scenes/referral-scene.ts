import type Phaser from 'phaser';
import type { Referral } from '../../../shared/exercise/world.ts';
import { caseClock } from '../../../shared/time.ts';
import { mirrorLayout, pathOf, referralLayout } from '../layout/referral-layout.ts';
import { offeredServices, shownReferral } from '../layout/shown-referral.ts';
import { FACE } from '../objects/art-textures.ts';
import { ReferralMarks } from '../objects/referral-marks.ts';
import { SeatScene } from './seat-scene.ts';

/** The referral of one person: needs, services with free capacity, and the path of states with their times. */
export class ReferralScene extends SeatScene {
  #layer!: Phaser.GameObjects.Container;
  #shown = '';

  protected build(): void {
    this.#layer = this.add.container(0, 0);
    this.resized();
  }

  protected draw(): void {
    const { get, tools } = this.context.deps;
    const found = shownReferral(get());
    if (!found) return void this.#layer.removeAll(true);
    const { person, referral } = found;
    const services = offeredServices(get().world, referral, tools.card);
    const steps = pathOf(referral);
    const needs = referral?.needs ?? [];
    const { rtl } = this.context.deps;
    const plain = referralLayout(this.screen, needs.length, services.length, steps.length);
    const layout = rtl ? mirrorLayout(plain, this.screen.width) : plain;
    this.#layer.removeAll(true);
    const marks = new ReferralMarks(this, this.context, this.art, this.#layer);
    for (const [i, service] of services.entries()) {
      const [box, chosen] = [layout.services[i], service.id === referral?.service];
      if (!box) continue;
      const middle = box.y + box.height / 2;
      const end = layout.narrow
        ? { x: box.x + box.width / 2, y: box.y }
        : { x: rtl ? box.x + box.width : box.x, y: middle };
      if (chosen) marks.tie({ x: layout.person.x, y: layout.person.y }, end, true);
      for (const [n, need] of needs.entries()) {
        const spot = layout.needs[n];
        if (spot && chosen && service.meets.includes(need) && !layout.narrow) marks.tie(spot, layout.person, true);
      }
      if (!layout.narrow && !chosen)
        marks.tie({ x: layout.person.x + (rtl ? -1 : 1) * layout.person.radius, y: layout.person.y }, end, false);
    }
    for (const [i, service] of services.entries()) {
      const box = layout.services[i];
      if (box) marks.service(box, { name: service.name, room: service.room, chosen: service.id === referral?.service });
    }
    const chosen = services.find(({ id }) => id === referral?.service);
    for (const [i, need] of needs.entries()) {
      const spot = layout.needs[i];
      if (spot) marks.need(spot, need, chosen?.meets.includes(need) ?? false, layout.named);
    }
    marks.path(layout.path, steps, clock, layout.narrow);
    this.#paintPerson(person, layout.person, referral);
    this.#highlightNewState(
      referral,
      layout.path,
      steps.findIndex(({ phase }) => phase === 'now'),
    );
  }

  protected override resized(): void {
    const { width, height } = this.screen;
    this.cameras.main.setZoom(this.context.density);
    this.cameras.main.centerOn(width / 2, height / 2);
  }

  protected invalidateColours(): void {}

  #paintPerson(
    person: string,
    { x, y, radius }: { x: number; y: number; radius: number },
    referral: Referral | undefined,
  ): void {
    const theme = this.context.theme();
    const ring = this.add
      .graphics()
      .fillStyle(theme.number('card'))
      .fillCircle(x, y, radius + 7);
    ring
      .lineStyle(
        4,
        theme.number(
          referral?.state === 'received' || referral?.state === 'feedback' || referral?.state === 'closed'
            ? 'good'
            : 'service',
        ),
      )
      .strokeCircle(x, y, radius + 6);
    this.#layer.add(ring);
    const expression = referral?.state === 'received' || referral?.state === 'feedback' ? 'relieved' : 'calm';
    const key = this.art.picture(`person:${person}`, {
      width: radius * 2,
      height: radius * 2,
      part: FACE,
      round: true,
      expression,
    });
    if (key) this.#layer.add(this.add.image(x, y, key).setDisplaySize(radius * 2, radius * 2));
  }

  /** Highlights a state once when it is reached. */
  #highlightNewState(referral: Referral | undefined, path: readonly { x: number; y: number }[], now: number): void {
    const reached = `${referral?.person} ${referral?.state}`;
    const [before, at] = [this.#shown, path[now]];
    this.#shown = reached;
    if (before === '' || before === reached || !at || this.context.deps.reducedMotion) return;
    const ring = this.add.circle(at.x, at.y, 12).setStrokeStyle(3, this.context.theme().number('due'));
    this.tweens.add({
      targets: ring,
      scale: 2.6,
      alpha: 0,
      duration: 900,
      ease: 'Sine.easeOut',
      onComplete: () => ring.destroy(),
    });
  }
}

function clock(at: number): string {
  const { hour, minute } = caseClock(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
