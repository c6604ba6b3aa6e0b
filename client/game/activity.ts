import type Phaser from 'phaser';

/** Lets the game rest when nothing moves: phones in a class run on batteries. */
export class Activity {
  readonly #game: Phaser.Game;
  #until = 0;

  constructor(game: Phaser.Game) {
    this.#game = game;
    game.events.on('postrender', () => this.#restIfStill());
  }

  /** Something may move for so long from now. */
  stir(ms = 500): void {
    this.#until = Math.max(this.#until, performance.now() + ms);
    if (!this.#game.loop.running && !document.hidden) this.#game.loop.wake();
  }

  #restIfStill(): void {
    const { loop, scene } = this.#game;
    const moving = scene.getScenes(true).some((one) => one.tweens.getTweens().length > 0);
    if (loop.running && !moving && performance.now() > this.#until) loop.sleep();
  }
}
