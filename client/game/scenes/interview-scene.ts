import type Phaser from 'phaser';
import type { Interview } from '../../../shared/exercise/world.ts';
import guardian from '../figures/guardian.svg?raw';
import interpreter from '../figures/interpreter.svg?raw';
import supportPerson from '../figures/support-person.svg?raw';
import { daylight } from '../layout/daylight.ts';
import { shownInterview } from '../layout/shown-interview.ts';
import { roomLayout, roomPaint, type SeatPosition } from '../layout/room-layout.ts';
import { drawRoom, drawTable, type RoomState } from '../objects/room.ts';
import { SeatedFigure } from '../objects/seated-figure.ts';
import { SeatScene } from './seat-scene.ts';

const FIGURES = { interpreter, 'support-person': supportPerson, guardian } as const;

/** The interview room. Posture and face show the person's state; helpers who take part are visible. */
export class InterviewScene extends SeatScene {
  #room!: Phaser.GameObjects.Graphics;
  #table!: Phaser.GameObjects.Graphics;
  #picture: Phaser.GameObjects.Image | undefined;
  #person!: SeatedFigure;
  #shown = '';
  readonly #helpers = new Map<keyof typeof FIGURES, SeatedFigure>();
  #wall = '';

  protected build(): void {
    this.#room = this.add.graphics();
    this.#table = this.add.graphics().setDepth(20);
    this.#person = new SeatedFigure(this, this.context, this.art);
    this.resized();
  }

  protected draw(): void {
    const { get, tools } = this.context.deps;
    const found = shownInterview(get(), tools.role);
    if (!found) return;
    const [id, interview] = found;
    if (id !== this.#shown) this.#leave();
    this.#shown = id;
    const room = this.#stateOf(interview);
    drawRoom(this.#room, room);
    drawTable(this.#table, room, {
      recorded: interview.recorded,
      phone: this.#byPhone(interview),
      tea: interview.state === 'break',
    });
    this.#hangPicture(interview.place, room);
    this.#seatPeople(interview, room);
  }

  override updateClock(): void {
    const wall = JSON.stringify(daylight(this.context.deps.tools.caseNow()));
    if (wall !== this.#wall) this.redraw();
    this.#wall = wall;
  }

  protected override resized(): void {
    const { width, height } = this.screen;
    this.cameras.main.setZoom(this.context.density);
    this.cameras.main.centerOn(width / 2, height / 2);
    this.#leave();
  }

  protected invalidateColours(): void {
    this.#leave();
  }

  #leave(): void {
    this.#person.hide();
    for (const helper of this.#helpers.values()) helper.hide();
    this.#picture?.destroy();
    this.#picture = undefined;
  }

  #stateOf(interview: Interview): RoomState {
    const custody = this.context.deps.tools.card(`place:${interview.place}`)?.facts?.custody === true;
    return {
      layout: roomLayout(this.screen, interview.guardian !== undefined || interview.support !== undefined),
      screen: this.screen,
      paint: roomPaint(interview.place, custody),
      light: daylight(this.context.deps.tools.caseNow()),
      dark: this.context.theme().dark,
      custody,
    };
  }

  #byPhone(interview: Interview): boolean {
    return (
      interview.interpreter !== undefined &&
      this.context.deps.tools.card(`helper:${interview.interpreter}`)?.facts?.by === 'phone'
    );
  }

  /** Hangs the picture of the place on the wall, so that the location is recognisable. */
  #hangPicture(place: string, { layout, custody, dark }: RoomState): void {
    const box = layout.picture;
    if (!box || custody) return;
    this.#room.fillStyle(dark ? 0x4b4438 : 0x8a6845).fillRect(box.x - 7, box.y - 7, box.width + 14, box.height + 14);
    const key = this.art.picture(`place:${place}`, { width: Math.round(box.width), height: Math.round(box.height) });
    if (this.#picture || !key) return;
    this.#picture = this.add.image(box.x, box.y, key).setOrigin(0, 0).setDisplaySize(box.width, box.height);
    if (dark) this.#picture.setTint(0xa8adb0);
  }

  #seatPeople(interview: Interview, { layout, light, dark }: RoomState): void {
    const tint = dark ? 0xd0d2d6 : light.lamps ? 0xf2e6d6 : 0xffffff;
    const seats: [keyof typeof FIGURES, SeatPosition | undefined][] = [
      ['interpreter', interview.interpreter !== undefined && !this.#byPhone(interview) ? layout.corner : undefined],
      ['guardian', interview.guardian === undefined ? undefined : layout.beside],
      [
        'support-person',
        interview.support === undefined ? undefined : interview.guardian === undefined ? layout.beside : layout.behind,
      ],
    ];
    for (const [name, seat] of seats) {
      const sitter = this.#helpers.get(name) ?? new SeatedFigure(this, this.context, this.art);
      this.#helpers.set(name, sitter);
      if (seat) sitter.show({ name, svg: FIGURES[name] }, seat, undefined, tint);
      else sitter.hide();
    }
    this.#person.show({ card: `person:${interview.person}` }, layout.person, interview.posture ?? 'calm', tint);
  }
}
