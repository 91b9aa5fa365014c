import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml } from '../charts/escape.js';
import { FONT_FAMILY, fontFile } from '../charts/font.js';
import type { PdfBrowser } from './browser.js';
import { DRAFT_NOTICE } from './notice.js';
import { mendBookmarks, nameLinks, numberTags } from './pdf-structure.js';
import { tidyTags } from './pdf-tags.js';

/** The page as a PDF: tagged, with bookmarks and page numbers, and the same bytes for the same page and browser. */

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** YYYY-MM-DD, the clock of the pack; a PDF that says when it was printed would differ every time. */
  readonly createdOn: string;
  /** Printed at the foot of every page; '' for a pack that is not published. */
  readonly notice?: string;
}

export async function printPdf(browser: PdfBrowser, html: string, facts: DocumentFacts): Promise<Uint8Array> {
  const printed = await browser.withPage(forPaper(html), async page => {
    await page.evaluate(LOAD_FONTS);
    return page.pdf({
      format: 'A4',
      landscape: true,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(facts),
    });
  });
  const identity = createHash('sha256')
    .update(JSON.stringify([html, facts, browser.version]))
    .digest('hex');
  return describe(printed, facts, identity.slice(0, 32));
}

/**
 * The page without its place on a screen. The browser goes from screen to paper, back and forth again to print, and lays
 * the page out anew each time; what has no place on the screen is laid out for paper only.
 */
function forPaper(html: string): string {
  return html.replace('</head>', end => `<style>@media screen { body > * { display: none } }</style>${end}`);
}

/** A font is read when the first word in it has a place, which would now be in the middle of printing. */
const LOAD_FONTS = 'Promise.all([...document.fonts].map(face => face.load())).then(() => undefined)';

/** The foot stands outside the page's document, so it brings its own font and sizes. */
function footer({ title, notice = DRAFT_NOTICE }: DocumentFacts): string {
  const font = readFileSync(fontFile(400)).toString('base64');
  const style = `font: 8pt '${FONT_FAMILY}', sans-serif; color: #4d545c; width: 100%; margin: 0 10mm; display: flex; justify-content: space-between; gap: 8mm;`;
  return `<style>@font-face { font-family: '${FONT_FAMILY}'; src: url(data:font/woff2;base64,${font}) format('woff2'); }</style>
    <div style="${style}"><span>${escapeHtml(title)}</span><span>${escapeHtml(notice)}</span>
    <span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
}

/**
 * Title, language and dates, tags as PDF/UA asks for them, and the mark that says so; bookmarks stay as they are.
 * @param identity 32 hexadecimal digits that follow from what the document is made of: the browser gives none
 */
async function describe(printed: Uint8Array, facts: DocumentFacts, identity: string): Promise<Uint8Array> {
  const library = await import('@cantoo/pdf-lib');
  const { ParseSpeeds, PDFDocument, PDFHexString, PDFName, PDFRawStream } = library;
  // Nothing else waits for this process: pauses for others would only make it slower.
  const loading = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };
  const document = await PDFDocument.load(printed, loading);
  const date = new Date(`${facts.createdOn}T00:00:00Z`);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setLanguage('en-GB');
  document.setCreator('scorecard');
  document.setCreationDate(date);
  document.setModificationDate(date);
  await tidyTags(library, document);
  numberTags(library, document);
  nameLinks(library, document);
  mendBookmarks(library, document);
  const metadata = new TextEncoder().encode(xmp(facts));
  const dictionary = document.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: metadata.length });
  document.catalog.set(
    PDFName.of('Metadata'),
    document.context.register(PDFRawStream.of(dictionary, metadata)),
  );
  const id = PDFHexString.of(identity);
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** The title again for readers that look there, and PDF/UA-1, which assistive software asks for. */
function xmp({ title, author, createdOn }: DocumentFacts): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${createdOn}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>${createdOn}T00:00:00Z</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
