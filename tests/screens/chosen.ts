/** The pictures that the project keeps: enough to show what it is, few enough to clone. */
export const CHOSEN: readonly string[] = ['desk-map-laptop.png'];
