/** The places of Trial Match by id: no names, no addresses, nobody to be seen. */
import * as office from './offices.ts';
import * as wayside from './wayside.ts';

export const PLACES: Record<string, () => string> = {
  'police-station': office.policeStation,
  'police-cells': office.policeCells,
  'bus-park': wayside.busPark,
  'kilima-junction': wayside.kilimaJunction,
  'rest-hall': wayside.restHall,
  'children-home': wayside.childrenHome,
  clinic: office.clinic,
  'prosecutor-office': office.prosecutorOffice,
  'labour-office': office.labourOffice,
  'immigration-office': office.immigrationOffice,
  'child-office': office.childOffice,
  workshop: wayside.workshop,
  'academy-plot': wayside.academyPlot,
  'exhibit-store': office.exhibitStore,
  'radio-house': wayside.radioHouse,
};

export const place = (drawing: () => string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" stroke-linecap="round" stroke-linejoin="round">${drawing()}</svg>\n`;
