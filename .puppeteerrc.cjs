// The machine's own Chrome, Edge or Chromium prints the packs: nothing is downloaded when packages are installed.
/** @type {import('puppeteer').Configuration} */
module.exports = { skipDownload: true };
