/** The order in which a pack goes through the service: from the front door to the people who do the work. */
import type { Measure } from '../measures/measure.js';

const ORDER = [
  'front door',
  'assessment',
  'children in need',
  'child protection',
  'looked after',
  'visits',
  'care leavers',
  'adoption',
  'supervision',
  'workforce',
  'quality assurance',
];

export interface Area {
  readonly name: string;
  readonly measures: readonly Measure[];
}

/** Areas that have measures; those that the order does not know come last, as they are met. */
export function areasOf(measures: readonly Measure[]): Area[] {
  const names = [...new Set(measures.map(measure => measure.area))];
  const placeOf = (name: string) => {
    const place = ORDER.indexOf(name.toLowerCase());
    return place < 0 ? ORDER.length : place;
  };
  return names
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(name => ({ name, measures: measures.filter(measure => measure.area === name) }));
}

/** What a link goes to: "Front door" as area-front-door. */
export function areaAnchor(name: string): string {
  return `area-${slug(name)}`;
}

export function measureAnchor(id: string): string {
  return `measure-${slug(id)}`;
}

/** Small letters, digits and single hyphens: what may stand in an id and a link. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
