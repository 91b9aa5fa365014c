'use strict';
// chartjs-node-canvas asks for `canvas`, which builds native code at install time: locked-down machines have no
// compiler. The Skia canvas ships prebuilt and speaks the same calls, but for the one below.
const skia = require('@napi-rs/canvas/node-canvas');

function createCanvas(width, height, type) {
  const canvas = skia.createCanvas(width, height, type);
  if (type !== 'svg') return canvas;
  const toBuffer = canvas.toBuffer ? canvas.toBuffer.bind(canvas) : undefined;
  canvas.toBuffer = (format, ...rest) => {
    if (format === 'image/svg+xml' || !toBuffer) return canvas.getContent();
    return toBuffer(format, ...rest);
  };
  return canvas;
}

module.exports = { ...skia, createCanvas };
