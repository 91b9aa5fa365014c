/**
 * Draws charts as SVG. Charts of months go through Chart.js: one canvas service for each size serves every chart of a
 * run, since each new one loads Chart.js again and never gives its memory back (SeanSobey/ChartjsNodeCanvas#138). Dot
 * plots and small multiples, whose height follows their rows, are written as SVG directly.
 */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { type CouncilColours, DEFAULT_COLOURS } from '../workspace/council-colours.js';
import { alternativeText } from './alternative-text.js';
import { captureDashes, restoreDashes } from './captured-dashes.js';
import { captureText, restoreText } from './captured-text.js';
import type { Chart, MonthsChart } from './chart.js';
import { type ChartColours, coloursFrom } from './colours.js';
import { dotsDrawing } from './dots-chart.js';
import { FONT_FAMILY, FONT_WEIGHTS, fontFile } from './font.js';
import type { MonthChart } from './frame.js';
import { multiplesDrawing } from './multiples-chart.js';
import type { Pen } from './pen.js';
import { seriesConfiguration } from './series-chart.js';
import { type ChartSize, SERIES_SIZE, STACKED_SIZE } from './sizes.js';
import { sparklineDrawing } from './sparkline.js';
import { stackedConfiguration } from './stacked-chart.js';
import { svgImage, tidied } from './svg.js';
import type { Drawing } from './svg-elements.js';

/** The chart as an inline <svg>, the same for the same data. */
export type DrawChart = (chart: Chart) => string;

type Services = ReadonlyMap<MonthsChart['kind'], ChartJSNodeCanvas>;

let services: Promise<Services> | undefined;

const SIZES: Readonly<Record<MonthsChart['kind'], ChartSize>> = {
  series: SERIES_SIZE,
  stacked: STACKED_SIZE,
};

/** Loads Chart.js and the canvas, which a run that draws nothing need not wait for. */
export async function openCharts(council: CouncilColours = DEFAULT_COLOURS): Promise<DrawChart> {
  services ??= openServices();
  const opened = await services;
  const colours = coloursFrom(council);
  return chart => draw(chart, colours, opened);
}

async function openServices(): Promise<Services> {
  const { ChartJSNodeCanvas } = await import('chartjs-node-canvas');
  const opened = new Map<MonthsChart['kind'], ChartJSNodeCanvas>();
  for (const kind of ['series', 'stacked'] as const) {
    opened.set(kind, new ChartJSNodeCanvas({ ...SIZES[kind], type: 'svg' }));
  }
  // The canvas keeps one set of fonts for the whole process.
  for (const weight of FONT_WEIGHTS) {
    opened.get('series')?.registerFont(fontFile(weight), { family: FONT_FAMILY, weight: String(weight) });
  }
  return opened;
}

function draw(chart: Chart, colours: ChartColours, opened: Services): string {
  const { kind } = chart;
  const label = alternativeText(chart);
  if (chart.kind === 'series' || chart.kind === 'stacked') {
    return svgImage(drawMonths(chart, colours, opened), { ...SIZES[chart.kind], kind, label });
  }
  const { inside, size } = drawing(chart, colours);
  return svgImage(inside, { ...size, kind, label });
}

function drawing(chart: Exclude<Chart, MonthsChart>, colours: ChartColours): Drawing {
  if (chart.kind === 'dots') return dotsDrawing(chart, colours);
  return chart.kind === 'multiples' ? multiplesDrawing(chart, colours) : sparklineDrawing(chart, colours);
}

function drawMonths(chart: MonthsChart, colours: ChartColours, opened: Services): string {
  const service = opened.get(chart.kind);
  if (!service) throw new Error(`No canvas for a ${chart.kind} chart`);
  const configuration: MonthChart =
    chart.kind === 'series' ? seriesConfiguration(chart, colours) : stackedConfiguration(chart);
  let texts: ReturnType<typeof captureText> = [];
  let dashes: string[] = [];
  const capture: Plugin = {
    id: 'captured',
    beforeInit: drawn => {
      texts = captureText(drawn.ctx as Pen);
      dashes = captureDashes(drawn.ctx as Pen);
    },
  };
  const plugins = [capture, ...(configuration.plugins ?? [])];
  // The service is typed for charts of any kind, ours for months of numbers.
  const spec = { ...configuration, plugins } as ChartConfiguration;
  const drawn = service.renderToBufferSync(spec, 'image/svg+xml').toString('utf8');
  return restoreText(tidied(restoreDashes(drawn, dashes), `chart-${chart.id}`), texts);
}
