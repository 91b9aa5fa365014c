import { ParseSpeeds, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { escapeHtml } from '../charts/escape.js';
import type { DocumentFacts } from './pdf.js';
import { contentsOf, numberContents } from './pdf-contents.js';
import { mendBookmarks, nameLinks, numberTags } from './pdf-structure.js';
import { tidyTags } from './pdf-tags.js';
import { writePdf } from './pdf-write.js';

/**
 * What the browser leaves undone in a PDF: title, language and dates, tags as PDF/UA asks for them, and the mark that
 * says so; bookmarks stay as they are.
 * @param html from which it was printed · @param identity 32 hexadecimal digits that follow from what the document is made of: the browser gives none
 */
export async function finishPdf(
  printed: Uint8Array,
  html: string,
  facts: DocumentFacts,
  identity: string,
): Promise<Uint8Array> {
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
  await tidyTags(document);
  numberTags(document);
  nameLinks(document);
  mendBookmarks(document);
  numberContents(document, contentsOf(html));
  const metadata = new TextEncoder().encode(xmp(facts));
  const dictionary = document.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: metadata.length });
  document.catalog.set(
    PDFName.of('Metadata'),
    document.context.register(PDFRawStream.of(dictionary, metadata)),
  );
  const id = PDFHexString.of(identity);
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return writePdf(document);
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
