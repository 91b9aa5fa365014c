/** The areas of a pack, and the names that links go to. */
import type { Measure } from '../measures/measure.js';

export interface Area {
  readonly name: string;
  readonly measures: readonly Measure[];
}

/** Measures by area, in the order of the catalogue, which is that of the service. */
export function areasOf(measures: readonly Measure[]): Area[] {
  const names = [...new Set(measures.map(measure => measure.area))];
  return names.map(name => ({ name, measures: measures.filter(measure => measure.area === name) }));
}

/** What a link goes to: "Front door" as area-front-door. */
export function areaAnchor(name: string): string {
  return `area-${slug(name)}`;
}

export function measureAnchor(id: string): string {
  return `measure-${slug(id)}`;
}

/** A name inside a string of a style sheet, where only letters, digits and spaces can mean nothing else. */
export function textInStyles(name: string): string {
  return name.replace(/[^A-Za-z0-9 ]/gu, sign => `\\${sign.codePointAt(0)?.toString(16)} `);
}

/** Small letters, digits and single hyphens: what may stand in an id and a link. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
