/** Text in lines of at most `width` characters: broken at spaces, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(each => each !== '')) {
    if (line !== '' && line.length + 1 + word.length <= room) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > room) {
      lines.push(line.slice(0, room));
      line = line.slice(room);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** A label and wrapped text beside it: `indent` before the label, the text in one column below itself. */
export function labelled(label: string, text: string, layout: Readonly<LabelLayout>): string[] {
  const hanging = layout.indent + layout.labelWidth;
  return wrap(text, layout.width - hanging).map((line, index) =>
    index === 0
      ? `${' '.repeat(layout.indent)}${label.padEnd(layout.labelWidth)}${line}`
      : `${' '.repeat(hanging)}${line}`,
  );
}

interface LabelLayout {
  readonly indent: number;
  readonly labelWidth: number;
  readonly width: number;
}
