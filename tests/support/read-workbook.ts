import { inflateRawSync } from 'node:zlib';

/** An .xlsx file read back by what the standard says of it, not by the library that wrote it. */

export interface ReadSheet {
  readonly name: string;
  /** By their place: cells.get('B4'). */
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** Rows and columns that stay when the sheet is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  readonly table: {
    readonly name: string;
    readonly range: string;
    readonly columns: readonly string[];
  } | null;
  /** Place of the cell and where it leads. */
  readonly links: ReadonlyMap<string, string>;
  readonly xml: string;
}

export interface ReadCell {
  readonly value: string | number;
  /** '' for any. */
  readonly format: string;
}

export function readWorkbook(bytes: Buffer): ReadSheet[] {
  const files = unzip(bytes);
  const strings = all(fileOf(files, 'xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, item = '']) =>
    all(item, /<t[^>]*>(.*?)<\/t>/gs)
      .map(([, text = '']) => plain(text))
      .join(''),
  );
  const formats = formatsOf(fileOf(files, 'xl/styles.xml'));
  const names = all(fileOf(files, 'xl/workbook.xml'), /<sheet name="(.*?)"/g).map(([, name = '']) =>
    plain(name),
  );
  return names.map((name, index) => {
    const xml = fileOf(files, `xl/worksheets/sheet${index + 1}.xml`);
    const relations = files.get(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`) ?? '';
    const table = /tables\/(table\d+\.xml)/.exec(relations)?.[1];
    const pane = /<pane [^>]*state="frozen"[^>]*>/.exec(xml)?.[0];
    return {
      name,
      xml,
      cells: new Map(
        all(xml, /<c r="(\w+)"([^>]*)>(?:<v>(.*?)<\/v>)?<\/c>/g)
          .filter(([, , , value]) => value !== undefined)
          .map(([, place = '', attributes = '', value = '']) => {
            const isText = attributes.includes('t="s"');
            const style = Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0);
            return [
              place,
              {
                value: isText ? (strings[Number(value)] ?? '') : Number(value),
                format: formats[style] ?? '',
              },
            ];
          }),
      ),
      frozen: pane ? { rows: numberIn(pane, 'ySplit'), columns: numberIn(pane, 'xSplit') } : null,
      table: table === undefined ? null : tableOf(fileOf(files, `xl/tables/${table}`)),
      links: new Map(
        all(xml, /<hyperlink ref="(\w+)" location="(.*?)"/g).map(([, place = '', to = '']) => [
          place,
          plain(to),
        ]),
      ),
    };
  });
}

/** Every file in it, by its path. */
export function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, more, comment] = [28, 30, 32].map(place => bytes.readUInt16LE(at + place));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    files.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (more ?? 0) + (comment ?? 0);
  }
  return files;
}

function tableOf(xml: string): ReadSheet['table'] {
  return {
    name: /displayName="(.*?)"/.exec(xml)?.[1] ?? '',
    range: /<table [^>]* ref="(.*?)"/.exec(xml)?.[1] ?? '',
    columns: all(xml, /<tableColumn id="\d+" name="(.*?)"/g).map(([, name = '']) => plain(name)),
  };
}

/** The format of each style by its number. */
function formatsOf(styles: string): string[] {
  const codes = new Map(
    all(styles, /<numFmt numFmtId="(\d+)" formatCode="(.*?)"/g).map(([, id = '', code = '']) => [
      id,
      plain(code),
    ]),
  );
  const used = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  return all(used, /<xf numFmtId="(\d+)"/g).map(([, id = '']) => codes.get(id) ?? BUILT_IN[id] ?? '');
}

/** Of ECMA-376, part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
  '49': '@',
};

function fileOf(files: ReadonlyMap<string, string>, name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no ${name}`);
  return file;
}

function all(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function numberIn(tag: string, attribute: string): number {
  return Number(new RegExp(`${attribute}="(\\d+)"`).exec(tag)?.[1] ?? 0);
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
