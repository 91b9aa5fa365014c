import { describe, expect, it } from 'vitest';
import { coverReportView, coverView } from '../../src/packs/cover-view.js';
import { toolPath } from '../../src/tool-folder.js';
import { settingsSchema } from '../../src/workspace/settings.js';
import { makeScrutinyHtml, makeScrutinyPage, packNamed } from '../support/packs.js';
import { packInput } from './fixture.js';

const TITLE = "Children's Services scorecard: September 2020";
const FOLDERS = [toolPath('templates')];
const PACK = packNamed('scrutiny');

function settings(report: object, council: object = {}) {
  return settingsSchema.parse({ council: { name: 'Example Council', ...council }, report });
}

describe('the cover report of a pack', () => {
  it('when facts are read, then they come from the settings in the order of the list', () => {
    const headings = ['Wards affected', 'Purpose', 'DATE', 'Title', 'Our own'];
    const { facts } = coverReportView(
      PACK,
      packInput({
        settings: settings({ headings, meeting_date: '2020-11-03', wards_affected: 'North, East' }),
      }),
      TITLE,
    );
    expect(facts).toEqual([
      { heading: 'Wards affected', text: 'North, East' },
      { heading: 'DATE', text: '3 November 2020' },
      { heading: 'Title', text: "Children's Services scorecard: September 2020" },
    ]);
  });

  it('when the settings say nothing, then committee, author, decision and wards have sensible words and the date none', () => {
    expect(coverReportView(PACK, packInput({ settings: settings({}) }), TITLE).facts).toEqual([
      { heading: 'Meeting', text: 'Overview and Scrutiny Committee' },
      { heading: 'Date', text: '' },
      { heading: 'Title', text: "Children's Services scorecard: September 2020" },
      { heading: 'Report by', text: "Director of Children's Services" },
      { heading: 'Classification', text: 'Public' },
      { heading: 'Decision type', text: 'This is not an executive decision' },
      { heading: 'Wards affected', text: 'All wards' },
    ]);
  });

  it('when a pack is for the public, then its cover says to whom it is reported, and on which day where there is one', () => {
    const readersWith = (report: object) =>
      coverView(packNamed('scrutiny'), packInput({ settings: settings(report) })).readers;
    expect(readersWith({})).toBe('Report to Overview and Scrutiny Committee');
    expect(readersWith({ meeting_date: '2020-11-03' })).toBe(
      'Report to Overview and Scrutiny Committee, 3 November 2020',
    );
  });

  it('when a pack is not for the public, then its cover says for whom it is, and no meeting', () => {
    const input = packInput({ settings: settings({ meeting_date: '2020-11-03' }) });
    expect(coverView(packNamed('data-quality'), input).readers).toBe('For the performance team');
  });

  it('when a heading has no text, then the page says so in quiet ink, and text stands under the others', async () => {
    const html = await makeScrutinyHtml(packInput({ settings: settings({}) }), FOLDERS);
    expect(html).toMatch(/<h3>Purpose<\/h3>\s*<p>To show how the service stands\.<\/p>/);
    expect(html).toMatch(/<h3>Background papers<\/h3>\s*<p class="quiet">Not given\.<\/p>/);
    expect(html).toContain('<dt>Date</dt><dd><span class="quiet">Not given.</span></dd>');
  });
});

describe("a council's looks on the page", () => {
  it('when logo and colours are set, then the logo is silent, and the colours follow the tokens', async () => {
    const colours = { main: '#005500', accent: '#550000' };
    const html = await makeScrutinyHtml(
      packInput({ settings: settings({}, { colours }), logo: 'data:image/png;base64,iVBORwECAw==' }),
      FOLDERS,
    );
    expect(html).toContain('alt=""');
    expect(html.match(/<img class="logo" src="([^"]*)" alt="">/)?.[1]?.replace(/&#x3D;/g, '=')).toBe(
      'data:image/png;base64,iVBORwECAw==',
    );
    const own = html.indexOf(':root { --main: #005500; --accent: #550000; --link: #005500; }');
    expect(own).toBeGreaterThan(html.indexOf('--paper: #ffffff'));
  });

  it('when there is no logo, then there is no picture', async () => {
    expect(await makeScrutinyHtml(packInput(), FOLDERS)).not.toContain('<img');
  });
});

describe('the glossary of a page', () => {
  it('when the page uses a term, then it stands last, linked from the contents, and what is not used is absent', async () => {
    const { html } = await makeScrutinyPage(packInput(), FOLDERS);
    expect(html).toContain('<li><a href="#glossary">Glossary</a></li>');
    expect(html).toContain('<dt>MASH <span class="in-full">(Multi-agency safeguarding hub)</span>:</dt>');
    expect(html.indexOf('id="glossary"')).toBeGreaterThan(html.indexOf('id="about-data"'));
    const entries = [{ terms: ['Zeppelin'], abbreviations: [], meaning: 'An airship.', source: '' }];
    const without = await makeScrutinyPage(
      packInput({ glossary: { entries, notAbbreviations: [] } }),
      FOLDERS,
    );
    expect(without.html).not.toContain('id="glossary"');
    expect(without.problems.map(problem => problem.rule)).toContain('unknown-abbreviation');
  });
});
