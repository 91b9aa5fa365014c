import type { ColumnDefinition } from '../../../src/extracts/definitions.js';
import type { Sample } from './sample.js';

/** Ids of the sample's people, workers and records, and their dates of birth where nothing else happened on that day. */
export class People {
  private readonly ids: ReadonlySet<string>;
  private readonly births: ReadonlySet<string>;

  constructor(sample: Sample) {
    const isId = ({ type }: ColumnDefinition) => type === 'id';
    const isBirth = ({ name, isPrivate }: ColumnDefinition) => isPrivate && name.endsWith('date_of_birth');
    const isOther = ({ type, isPrivate }: ColumnDefinition) => type.startsWith('date') && !isPrivate;
    this.ids = valuesOf(sample, isId);
    const happened = new Set([...valuesOf(sample, isOther)].map(text => text.slice(0, 10)));
    const births = [...valuesOf(sample, isBirth)].filter(birth => !happened.has(birth));
    this.births = new Set(births.flatMap(birth => [birth, birth.split('/').reverse().join('-')]));
  }

  get count(): number {
    return this.ids.size + this.births.size;
  }

  /** Those that a text names. */
  namedIn(text: string): string[] {
    const words = text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
    const days = text.match(/\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}/g) ?? [];
    return [...words.filter(word => this.ids.has(word)), ...days.filter(day => this.births.has(day))];
  }
}

function valuesOf({ sheets }: Sample, isMeant: (column: ColumnDefinition) => boolean): Set<string> {
  const values = new Set<string>();
  for (const sheet of sheets) {
    const columns = sheet.present.filter(isMeant).map(({ name }) => name);
    for (let line = 2; line <= sheet.lastLine; line++)
      for (const column of columns) values.add(sheet.cell(line, column));
  }
  values.delete('');
  return values;
}
