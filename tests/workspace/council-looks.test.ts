import { afterEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problems.js';
import { councilColours } from '../../src/workspace/council-colours.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const SVG = '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>';

describe("a council's looks", () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => folder?.remove());

  function open(council: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
    folder = new WorkspaceFolder({ 'scorecard.yml': `council:\n  name: Test\n${council}`, ...files });
    const { workspace, problems } = openWorkspace(folder.path);
    return { workspace, told: problems.filter(each => each.severity === 'error').map(formatProblem) };
  }

  it('when nothing is set then colours are the default and there is no logo', () => {
    const { workspace, told } = open('');
    expect(told).toEqual([]);
    expect(workspace?.logo).toBe('');
    expect(workspace && councilColours(workspace.settings)).toEqual({ main: '#12436d', accent: '#801650' });
  });

  it('when one colour is set, short or in capitals, then it is written out and the other is the default', () => {
    const { workspace } = open('  colours: { accent: "#05A" }\n');
    expect(workspace && councilColours(workspace.settings)).toEqual({ main: '#12436d', accent: '#0055aa' });
  });

  it('when colours cannot be read on white then both are told with their ratio and the nearest that can', () => {
    // Red: 1.05 / 0.2626 = 3.998. Grey #777777: 4.478.
    const { workspace, told } = open('  colours:\n    main: "#FF0000"\n    accent: "#777"\n');
    expect(workspace).toBeUndefined();
    expect(told).toEqual([
      'scorecard.yml:4: council.colours.main: error: Found "#FF0000"; expected a colour of at least 4.5:1 on white, and this one has 3.99:1; the nearest darker one is "#ee0000". [wrong-value]',
      'scorecard.yml:5: council.colours.accent: error: Found "#777"; expected a colour of at least 4.5:1 on white, and this one has 4.47:1; the nearest darker one is "#767676". [wrong-value]',
    ]);
  });

  it.each(['navy', '"#12"', '5', '"red; } body { display: none"'])(
    'when a colour is %s then it is refused',
    colour => {
      expect(open(`  colours: { main: ${colour} }\n`).told[0]).toContain(
        'scorecard.yml:3: council.colours.main: error: ',
      );
    },
  );

  it('when a colour has no quotes then YAML gives nothing, and the advice says how to write it', () => {
    expect(open('  colours:\n    main: #12436d\n').told).toEqual([
      'scorecard.yml:4: council.colours.main: error: Nothing is given; expected a colour in quotes, such as "#12436d". [missing-value]',
    ]);
  });

  it.each([
    ['logo.png', PNG, 'data:image/png;base64,iVBORwECAw=='],
    ['pictures/logo.SVG', SVG, `data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`],
    ['logo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'data:image/jpeg;base64,/9j/4A=='],
  ])('when the logo is %s then it is written into the page and recorded', (name, bytes, dataUri) => {
    const { workspace, told } = open(`  logo: ${name}\n`, { [name]: bytes });
    expect(told).toEqual([]);
    expect(workspace?.logo).toBe(dataUri);
    expect(workspace?.files).toContain(name);
  });

  it.each([
    [
      'logo.gif',
      { 'logo.gif': 'GIF89a' },
      '"logo.gif" is not a .png, .jpg or .svg file. Save the logo as one of these.',
    ],
    [
      'logo.png',
      {},
      'There is no file "logo.png" in the workspace. Put the logo there, or take the setting away.',
    ],
    ['../logo.png', {}, '"../logo.png" lies outside the workspace. Copy the logo into it and give its name.'],
    [
      '/etc/logo.png',
      {},
      '"/etc/logo.png" lies outside the workspace. Copy the logo into it and give its name.',
    ],
    [
      'logo.png',
      { 'logo.png': SVG },
      '"logo.png" does not hold what its ending says. Save the logo again as .png, .jpg or .svg.',
    ],
    [
      'logo.svg',
      { 'logo.svg': '<html><svg></svg></html>' },
      '"logo.svg" does not hold what its ending says. Save the logo again as .png, .jpg or .svg.',
    ],
    [
      'logo.png',
      { 'logo.png': Buffer.concat([PNG, Buffer.alloc(200_000)]) },
      '"logo.png" has 201 kB; a logo may have 200. Save it smaller.',
    ],
  ])('when the logo is %s and cannot be used then its line is told', (name, files, message) => {
    expect(open(`  logo: ${name}\n`, files).told).toEqual([
      `scorecard.yml:3: council.logo: error: ${message} [wrong-logo]`,
    ]);
  });
});
