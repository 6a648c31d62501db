/**
 * Makes the pictures of the sample articles: `node docs/make-sample-images.ts [NAME...]`, from the project's folder.
 *
 * Each picture is an SVG cut like lino: a few flat inks, tapered gouge marks, and edges that a filter makes unsteady,
 * as a knife would. Randomness is seeded, so the same version of sharp gives the same files.
 *
 * The file is long because a drawing is a list of marks: tools first, then one function a picture, then the printing.
 * The pictures share one palette and one set of tools, and nothing else of Gazette needs either.
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";

const width = 1200;
const height = 675;

const ink = "#1b2a3d";
const blue = "#3e617d";
const mist = "#a9bfc1";
const cream = "#f5ead3";
const sand = "#e7c78f";
const ochre = "#d7962f";
const brick = "#b1492e";
const moss = "#66773d";
const pine = "#2c4137";
const clay = "#b67442";

/** A seeded source of numbers in [0, 1): 32-bit xorshift (G. Marsaglia, "Xorshift RNGs", 2003), warmed up. */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 8; i += 1) next();
  return next;
}

/** The numbers start, start + step, … below end. */
function range(start: number, end: number, step = 1): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((end - start) / step)) }, (_, i) => start + i * step);
}

const round = (value: number): string => value.toFixed(1);
const shape = (d: string, fill: string, more = ""): string => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d: string, stroke: string, thickness: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"/>`;
const rect = (x: number, y: number, w: number, h: number, fill: string): string =>
  shape(`M${x} ${y}h${w}v${h}h${-w}z`, fill);
const disc = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"/>`;
const within = (id: string, d: string, content: string): string =>
  `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
const moved = (transform: string, content: string): string => `<g transform="${transform}">${content}</g>`;

/** One mark of the gouge: pointed at both ends, widest in the middle, bowed by `bow` pixels to its left. */
function gouge(x1: number, y1: number, x2: number, y2: number, thickness: number, bow = 0): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const across = { x: (y2 - y1) / length, y: (x1 - x2) / length };
  const via = (side: number): string =>
    `${round((x1 + x2) / 2 + across.x * (bow + side))} ${round((y1 + y2) / 2 + across.y * (bow + side))}`;
  return `M${round(x1)} ${round(y1)}Q${via(thickness)} ${round(x2)} ${round(y2)}Q${via(-thickness)} ${round(x1)} ${round(y1)}z`;
}

interface Texture {
  readonly seed: number;
  readonly box: readonly [x: number, y: number, w: number, h: number];
  readonly count: number;
  readonly length: readonly [number, number];
  readonly thickness: number;
  /** Degrees, clockwise from the horizontal. */
  readonly angle?: number;
  readonly fill: string;
}

/** Scattered gouge marks; those nearer to the bottom of the box are longer and thicker, which gives a plane its depth. */
function scatter({ seed, box: [x, y, w, h], count, length, thickness, angle = 0, fill }: Texture): string {
  const random = createRandom(seed);
  const marks = range(0, count).map(() => {
    const depth = random();
    const cx = x + random() * w;
    const cy = y + depth * h;
    const half = ((length[0] + (length[1] - length[0]) * depth) * (0.6 + random() * 0.7)) / 2;
    const turn = ((angle + random() * 4 - 2) * Math.PI) / 180;
    const [dx, dy] = [Math.cos(turn) * half, Math.sin(turn) * half];
    return gouge(cx - dx, cy - dy, cx + dx, cy + dy, thickness * (0.35 + depth) * (0.6 + random() * 0.6));
  });
  return shape(marks.join(""), fill);
}

/** Marks that stand around a centre, from radius `from` to about radius `to`. */
function rays(
  seed: number,
  cx: number,
  cy: number,
  from: number,
  to: number,
  count: number,
  fill: string,
  thickness = 4,
): string {
  const random = createRandom(seed);
  const marks = range(0, count).map((i) => {
    const turn = ((i + random() * 0.5) / count) * Math.PI * 2;
    const start = from * (1 + random() * 0.12);
    const end = start + (to - from) * (0.45 + random() * 0.55);
    return gouge(
      cx + Math.cos(turn) * start,
      cy + Math.sin(turn) * start,
      cx + Math.cos(turn) * end,
      cy + Math.sin(turn) * end,
      thickness,
    );
  });
  return shape(marks.join(""), fill);
}

/** A rolling edge from the left to the right of the picture, closed along its foot. */
function ridge(seed: number, y: number, swing: number, foot = height + 40): string {
  const random = createRandom(seed);
  const steps = range(-60, width + 240, 150).map((x) => ({ x, y: y + (random() - 0.5) * 2 * swing }));
  const curve = steps.slice(1).map((p, i) => {
    const last = steps[i] ?? p;
    const half = (last.x + p.x) / 2;
    return `C${half} ${round(last.y)} ${half} ${round(p.y)} ${p.x} ${round(p.y)}`;
  });
  return `M-60 ${round(steps[0]?.y ?? y)}${curve.join("")}V${foot}H-60z`;
}

/** Blades of reed that rise from a foot, leaning and thinning. */
function reeds(
  seed: number,
  x: number,
  y: number,
  w: number,
  count: number,
  tall: number,
  fill: string,
): string {
  const random = createRandom(seed);
  const blades = range(0, count).map(() => {
    const foot = x + random() * w;
    const lean = (random() - 0.4) * tall * 0.35;
    const reach = tall * (0.5 + random() * 0.5);
    return gouge(foot, y, foot + lean, y - reach, 4 + random() * 5, lean * 0.25);
  });
  return shape(blades.join(""), fill);
}

/** A reed-mace: a stalk, a velvet head, a spike. */
function bulrush(x: number, y: number, tall: number): string {
  const lean = tall * 0.08;
  const [top, foot] = [y - tall, y - tall + 84];
  return (
    line(`M${x} ${y}Q${x} ${y - tall / 2} ${x + lean} ${top - 34}`, pine, 4) +
    line(`M${x + lean * 0.98} ${top}L${x + lean * 0.8} ${foot}`, brick, 15) +
    shape(gouge(x + lean - 3, top + 2, x + lean * 0.8 - 3, foot, 2.5), ochre)
  );
}

const gull = shape(
  "M-46 -14C-30 -26 -12 -20 0 0C14 -22 34 -28 52 -12C34 -18 18 -8 2 12C-12 -6 -28 -16 -46 -14z",
  ink,
);

function bridge(): string {
  const arches = [
    { cx: 118, rx: 150, ry: 150 },
    { cx: 492, rx: 168, ry: 176 },
    { cx: 912, rx: 176, ry: 172 },
    { cx: 1336, rx: 176, ry: 150 },
  ];
  const springing = 452;
  const opening = ({ cx, rx, ry }: { cx: number; rx: number; ry: number }, grow = 0): string =>
    `M${cx - rx - grow} 500V${springing}A${rx + grow} ${ry + grow} 0 0 1 ${cx + rx + grow} ${springing}V500z`;
  const body = `M-40 246Q640 158 1240 232V478H-40z`;
  const random = createRandom(4);
  const stones = range(186, 470, 27).flatMap((y, row) =>
    range(-40 + (row % 2) * 34, 1240, 68).map(
      (x) =>
        gouge(x + random() * 8, y, x + 54 + random() * 8, y - 1, 3.4) +
        gouge(x + 60, y + 2, x + 60, y + 25, 3),
    ),
  );
  const voussoirs = arches.map(({ cx, rx, ry }) =>
    range(4, 180, 9.6)
      .map((degrees) => {
        const turn = (degrees * Math.PI) / 180;
        const at = (grow: number): string =>
          `${round(cx - Math.cos(turn) * (rx + grow))} ${round(springing - Math.sin(turn) * (ry + grow))}`;
        const to = (grow: number): string => {
          const next = turn + 0.145;
          return `${round(cx - Math.cos(next) * (rx + grow))} ${round(springing - Math.sin(next) * (ry + grow))}`;
        };
        return `M${at(3)}L${at(26)}L${to(26)}L${to(3)}z`;
      })
      .join(""),
  );
  const houses = range(0, 23).map((i) => {
    const [x, wide, tall] = [322 + i * 33 + ((i * 13) % 9), 24 + ((i * 11) % 13), 22 + ((i * 29) % 27)];
    const roof = shape(
      `M${x - 3} ${438 - tall}l${wide / 2 + 3} ${-12 - (i % 3) * 4}l${wide / 2 + 3} ${12 + (i % 3) * 4}z`,
      i % 5 === 2 ? brick : ink,
    );
    return (
      rect(x, 438 - tall, wide, tall + 6, i % 3 ? blue : pine) +
      roof +
      (i % 4 === 1 ? rect(x + wide / 2 - 3, 446 - tall, 7, 9, ochre) : "")
    );
  });
  houses.push(rect(828, 372, 20, 70, ink), shape("M824 374L838 306L852 374z", ink));
  const gauge =
    rect(664, 268, 40, 262, ink) +
    rect(669, 273, 30, 257, cream) +
    range(0, 25)
      .map((i) => rect(669, 276 + i * 10, i % 5 ? 11 : 22, 5, i % 5 ? ink : brick))
      .join("");
  const heron =
    line("M262 560L258 640M282 560L286 642", sand, 5) +
    line("M258 640l-14 8M258 640l12 8M286 642l-12 8M286 642l14 7", sand, 4) +
    shape(
      "M170 596C196 536 236 486 298 474C322 470 330 490 322 516C308 560 262 578 226 576C206 578 190 586 170 596z",
      blue,
    ) +
    shape(
      "M298 500C330 476 322 452 306 428C292 406 300 372 326 366C344 362 356 368 362 378L346 388C330 384 322 394 328 412C338 440 352 474 318 520C306 534 288 520 298 500z",
      cream,
    ) +
    shape("M352 366L436 386L354 392C344 390 342 372 352 366z", ochre) +
    shape("M306 372C322 358 346 360 356 370L336 376C316 376 286 388 246 386C274 382 292 380 306 372z", mist) +
    disc(346, 377, 3.4, ink) +
    shape(
      gouge(196, 576, 292, 500, 7, 12) + gouge(220, 574, 306, 520, 6, 10) + gouge(206, 556, 270, 496, 5, 10),
      mist,
    ) +
    shape(gouge(318, 440, 332, 492, 3, -4) + gouge(312, 436, 318, 490, 2, -6), ink);
  return (
    rect(-40, -40, 1280, 800, sand) +
    shape(`M-40 -40H1240V260H-40z`, mist) +
    scatter({ seed: 3, box: [0, 0, 1200, 250], count: 110, length: [120, 260], thickness: 5, fill: cream }) +
    rays(8, 500, 384, 96, 176, 46, cream, 5) +
    disc(500, 384, 82, ochre) +
    disc(500, 384, 66, cream) +
    shape(ridge(21, 392, 16), moss) +
    scatter({ seed: 12, box: [0, 400, 1200, 40], count: 90, length: [20, 60], thickness: 3, fill: sand }) +
    houses.join("") +
    rect(-40, 440, 1280, 300, ink) +
    shape(`${body}${arches.map((arch) => opening(arch)).join("")}`, blue, 'fill-rule="evenodd"') +
    within(
      "masonry",
      `${body}${arches.map((arch) => opening(arch, 30)).join("")}`,
      shape(stones.join(""), ink),
    ) +
    shape(arches.map((arch) => opening(arch, 29) + opening(arch)).join(""), ink, 'fill-rule="evenodd"') +
    shape(voussoirs.join(""), mist) +
    line("M-40 262Q640 174 1240 248", ink, 9) +
    line("M-40 232Q640 144 1240 218", ink, 12) +
    line("M-40 246Q640 158 1240 232", mist, 12) +
    rect(-40, 476, 1280, 300, ink) +
    scatter({ seed: 31, box: [0, 482, 1200, 180], count: 170, length: [40, 190], thickness: 5, fill: blue }) +
    scatter({ seed: 32, box: [0, 484, 1200, 190], count: 70, length: [50, 170], thickness: 4, fill: mist }) +
    scatter({
      seed: 33,
      box: [420, 482, 170, 190],
      count: 60,
      length: [60, 130],
      thickness: 6,
      fill: ochre,
    }) +
    scatter({ seed: 34, box: [450, 482, 110, 150], count: 24, length: [40, 90], thickness: 4, fill: cream }) +
    shape("M642 322L690 286L736 322V540L690 560L642 540z", ink) +
    shape("M648 326L690 296V556L648 536z", blue) +
    range(350, 540, 27)
      .map((y) => shape(gouge(650, y, 688, y + 6, 2.4) + gouge(694, y + 6, 732, y, 2.4), y % 2 ? mist : blue))
      .join("") +
    gauge +
    scatter({ seed: 36, box: [600, 524, 180, 40], count: 26, length: [40, 90], thickness: 4, fill: mist }) +
    shape("M-40 610C120 590 300 622 470 648C540 660 600 690 620 720H-40z", pine) +
    scatter({
      seed: 37,
      box: [-20, 628, 520, 60],
      count: 46,
      length: [30, 90],
      thickness: 4,
      angle: 5,
      fill: moss,
    }) +
    moved("translate(84 172) scale(0.74)", heron) +
    reeds(41, 960, 720, 300, 46, 330, pine) +
    reeds(42, 1000, 720, 240, 30, 280, moss) +
    shape(
      "M846 180L850 150C846 140 848 128 856 126C852 116 868 112 869 123C878 128 880 142 876 152L880 180H870L863 158L856 180z",
      ink,
    ) +
    line("M876 142L912 158", ink, 2) +
    shape(
      "M904 166C914 160 930 162 936 158L944 150L946 160L940 166L938 181H933L931 172H914L912 180H907z",
      ink,
    ) +
    [
      [196, 92, 1],
      [262, 128, 0.7],
      [330, 70, 0.55],
    ]
      .map(([x = 0, y = 0, k = 1]) => moved(`translate(${x} ${y}) scale(${k})`, gull))
      .join("") +
    range(0, 5)
      .map((i) => bulrush(1000 + i * 46, 720, 250 + ((i * 53) % 90)))
      .join("")
  );
}

/** A swift seen from below, head up, about 200 pixels from wing to wing. */
function swift(x: number, y: number, scale: number, turn: number, fill: string): string {
  const half = "M0 -34C7 -32 10 -24 11 -14C40 -28 74 -20 104 22C72 0 42 -2 13 10C10 24 9 34 12 58L0 36z";
  return moved(
    `translate(${x} ${y}) rotate(${turn}) scale(${scale})`,
    shape(half, fill) + moved("scale(-1 1)", shape(half, fill)),
  );
}

/** A poplar in winter: a stem and upright twigs. */
function poplar(seed: number, x: number, y: number, tall: number, fill: string): string {
  const random = createRandom(seed);
  const twigs = range(0.12, 0.95, 0.055).map((t, i) => {
    const side = i % 2 ? 1 : -1;
    const reach = tall * (0.3 - Math.abs(t - 0.4) * 0.22);
    return gouge(
      x,
      y - tall * t,
      x + side * reach * (0.3 + random() * 0.25),
      y - tall * t - reach,
      2.4,
      -side * 4,
    );
  });
  return shape(gouge(x, y + 8, x + 2, y - tall, 5) + twigs.join(""), fill);
}

function school(): string {
  const roof = "M372 236L1260 196V494L250 512z";
  const slates = range(0, 13).flatMap((row) => {
    const t = (row + 1) / 13;
    const y = 226 + t * 280;
    return range(-1, 26).map((i) => {
      const x = 380 - t * 128 + (i + (row % 2) / 2) * (30 + t * 9);
      const wide = 30 + t * 9;
      const drop = y - (x - 300) * 0.022 * (1 - t * 0.4);
      return `M${round(x)} ${round(drop - 19)}V${round(drop - 4)}Q${round(x + wide / 2)} ${round(drop + 8)} ${round(x + wide)} ${round(drop - 4)}V${round(drop - 19)}`;
    });
  });
  const courses = range(532, 700, 17).flatMap((y, row) =>
    range(180 + (row % 2) * 26, 1240, 52).map(
      (x) => gouge(x, y, x + 44, y, 2.4) + gouge(x + 48, y + 2, x + 48, y + 15, 2),
    ),
  );
  const windows = range(330, 1240, 232).map(
    (x) =>
      shape(`M${x} 700V618Q${x + 58} 556 ${x + 116} 618V700z`, cream) +
      shape(`M${x + 9} 700V622Q${x + 58} 570 ${x + 107} 622V700z`, ochre) +
      line(`M${x + 58} 590V700M${x + 8} 648H${x + 108}`, cream, 7),
  );
  const boxes = range(0, 13).map((i) => {
    const x = 292 + i * 74;
    return (
      shape(`M${x} 522h52v34h-52z`, sand) +
      shape(`M${x - 5} 516h62v9h-62z`, ink) +
      shape(`M${x + 16} 545q10 -13 20 0z`, ink) +
      shape(gouge(x + 4, 531, x + 48, 531, 1.6), ochre)
    );
  });
  const turret =
    shape("M540 262L552 132H672L686 254L612 288z", cream) +
    shape("M612 288L686 254L672 132H612z", mist) +
    shape("M574 236V186Q612 138 650 186V236z", ink) +
    shape("M590 218C596 212 596 180 612 176C628 180 628 212 634 218z", ochre) +
    disc(612, 223, 6, ochre) +
    shape("M528 142L612 34L696 142z", brick) +
    shape("M612 34L696 142H640z", ink) +
    shape(
      range(0, 6)
        .map((i) => gouge(604 - i * 11, 56 + i * 14, 590 - i * 9, 136, 2.4))
        .join(""),
      sand,
    ) +
    line("M612 40V14", ink, 5) +
    shape(gouge(548, 262, 606, 286, 3) + gouge(620, 284, 680, 256, 3), ink);
  const thread = (t: number): { x: number; y: number } => ({
    x: 596 - t * 640,
    y: 96 + Math.sin(t * Math.PI) * 92 - t * 60,
  });
  const strung = range(0, 7).map((i) => {
    const at = thread(0.12 + i * 0.125);
    return (
      line(`M${round(at.x)} ${round(at.y)}v16`, ink, 2) +
      swift(at.x, at.y + 44, 0.46, [-14, 9, -24, 4, 18, -8, 12][i] ?? 0, ink)
    );
  });
  return (
    rect(-40, -40, 1280, 800, sand) +
    shape("M-40 -40H1240V120Q700 240 -40 150z", cream) +
    disc(176, 392, 62, ochre) +
    disc(176, 392, 50, cream) +
    rays(9, 176, 392, 76, 270, 60, cream, 6) +
    scatter({ seed: 51, box: [0, 0, 1200, 190], count: 46, length: [120, 260], thickness: 5, fill: sand }) +
    shape(ridge(53, 432, 18), mist) +
    scatter({ seed: 54, box: [0, 436, 420, 60], count: 40, length: [40, 100], thickness: 4, fill: cream }) +
    shape(ridge(55, 500, 14), moss) +
    scatter({
      seed: 56,
      box: [0, 510, 330, 160],
      count: 70,
      length: [20, 60],
      thickness: 5,
      angle: -30,
      fill: pine,
    }) +
    shape("M-40 470C30 476 60 494 130 498C200 502 240 488 300 492V512C220 512 120 530 -40 506z", cream) +
    range(0, 5)
      .map((i) => poplar(60 + i, 16 + i * 46 + (i % 2) * 12, 522 + i * 3, 92 + ((i * 41) % 46), pine))
      .join("") +
    shape("M896 230V92h92V224z", brick) +
    shape("M948 226V92h40V224z", ink) +
    rect(886, 84, 112, 16, ink) +
    rect(908, 58, 24, 30, ochre) +
    rect(952, 58, 24, 30, ochre) +
    rect(282, 500, 1000, 240, brick) +
    within("wall", "M282 510H1240V700H282z", shape(courses.join(""), ink)) +
    windows.join("") +
    shape(roof, blue) +
    within(
      "slates",
      roof,
      shape(slates.join(""), "none", `stroke="${ink}" stroke-width="3.4"`) +
        shape(slates.filter((_, i) => i % 29 === 3 || i % 37 === 11).join(""), mist) +
        shape(slates.filter((_, i) => i % 31 === 7).join(""), pine),
    ) +
    line("M372 236L1260 196", ink, 13) +
    line("M372 232L1260 192", mist, 4) +
    shape("M232 506L1260 488V516H232z", ink) +
    shape("M372 236L250 512H226L360 236z", cream) +
    boxes.join("") +
    turret +
    line(
      `M${range(0, 21)
        .map((i) => thread(i / 20))
        .map(({ x, y }) => `${round(x)} ${round(y)}`)
        .join("L")}`,
      ink,
      2.4,
    ) +
    strung.join("") +
    swift(612, 16, 0.24, 78, ink) +
    shape(
      range(0, 9)
        .map((i) =>
          gouge(
            926 + i * 22,
            60 - i * 7 - (i % 3) * 9,
            1010 + i * 34,
            26 - i * 6 - (i % 2) * 14,
            8 - i * 0.4,
            7,
          ),
        )
        .join(""),
      mist,
    ) +
    shape(
      range(0, 6)
        .map((i) => gouge(968 + i * 24, 54 - i * 8, 1030 + i * 32, 36 - i * 7, 5, 5))
        .join(""),
      blue,
    )
  );
}

const sheep =
  line("M-22 16V38M-8 18V40M12 18V40M24 16V38", ink, 5) +
  shape(
    "M-40 4C-46 -14 -30 -28 -16 -24C-8 -36 10 -34 16 -26C30 -30 44 -14 36 2C40 18 22 26 10 20C0 28 -12 26 -18 20C-32 24 -42 16 -40 4z",
    cream,
  ) +
  shape("M-38 -20C-50 -24 -62 -14 -60 -2C-56 6 -46 6 -40 -2z", ink) +
  shape(gouge(-44, -20, -32, -28, 5), ink) +
  shape(gouge(-20, -8, 6, -8, 3, 5) + gouge(-4, 6, 24, 4, 3, 5) + gouge(4, -16, 26, -14, 3, 4), mist);

function mill(): string {
  const sail = (turn: number, cloth: boolean): string => {
    const bars = range(70, 262, 19)
      .map((y) => `M-6 ${-y}H44`)
      .join("");
    const canvas =
      shape("M-4 -64L50 -58L46 -262L-2 -266z", cream) +
      shape(gouge(14, -70, 12, -256, 4) + gouge(34, -80, 32, -250, 3), sand);
    return moved(
      `rotate(${turn})`,
      (cloth ? canvas : line(`${bars}M44 -62V-262M20 -62V-262`, ink, 4)) + line("M0 20V-272", ink, 10),
    );
  };
  const body =
    shape("M636 560L672 286H788L838 560z", cream) +
    shape("M752 286H788L838 560H770z", blue) +
    shape("M712 286H752L770 560H704z", mist) +
    shape(
      range(304, 556, 19)
        .map((y, i) => gouge(670 - i * 2.4, y, 832 - (13 - i) * 3.4, y + 1, 2))
        .join(""),
      ink,
    ) +
    shape("M658 290C664 236 700 214 732 212C770 214 800 240 804 290z", ink) +
    shape(gouge(680, 276, 722, 226, 5, 9) + gouge(704, 278, 738, 226, 4, 7), blue) +
    shape("M716 560V498Q740 474 764 498V560z", ink) +
    shape("M706 404h38v44h-38zM712 330h28v34h-28z", ink) +
    shape("M712 410h26v32h-26z", ochre) +
    line("M606 500H868M620 500V560M676 500V560M798 500V560M856 500V560", ink, 5) +
    line("M600 488H874", ink, 4);
  const hedge = (seed: number, y: number, fill: string): string => {
    const random = createRandom(seed);
    return shape(
      range(-30, 1240, 30)
        .map((x) => {
          const r = 14 + random() * 22;
          return `M${round(x - r)} ${y}a${round(r)} ${round(r)} 0 0 1 ${round(r * 2)} 0z`;
        })
        .join("") + `M-40 ${y - 4}H1240V${y + 60}H-40z`,
      fill,
    );
  };
  const fog = (seed: number, y: number, count: number, fill: string): string =>
    scatter({ seed, box: [-60, y, 1320, 46], count, length: [180, 420], thickness: 15, fill });
  return (
    rect(-40, -40, 1280, 800, mist) +
    shape("M-40 -40H1240V90Q640 220 -40 150z", blue) +
    scatter({ seed: 71, box: [-40, 0, 1280, 150], count: 90, length: [110, 260], thickness: 6, fill: mist }) +
    disc(300, 232, 74, cream) +
    rays(72, 300, 232, 88, 250, 52, cream, 4) +
    scatter({ seed: 73, box: [120, 196, 380, 90], count: 16, length: [160, 280], thickness: 7, fill: mist }) +
    hedge(74, 404, blue) +
    fog(75, 380, 34, mist) +
    range(0, 9)
      .map((i) => poplar(80 + i, 60 + i * 62 + ((i * 29) % 30), 420, 90 + ((i * 37) % 60), blue))
      .join("") +
    fog(76, 402, 46, cream) +
    fog(91, 440, 30, mist) +
    shape("M-40 520C240 508 420 470 640 470C880 470 1020 500 1240 540V760H-40z", moss) +
    scatter({
      seed: 77,
      box: [0, 505, 1200, 120],
      count: 150,
      length: [30, 80],
      thickness: 5,
      angle: -4,
      fill: pine,
    }) +
    body +
    moved(
      "translate(724 262)",
      sail(34, true) +
        sail(124, false) +
        sail(214, false) +
        sail(304, false) +
        disc(0, 0, 15, ink) +
        disc(0, 0, 6, ochre),
    ) +
    fog(78, 540, 30, cream) +
    fog(79, 566, 30, mist) +
    shape("M-40 610C200 588 420 606 640 622C860 636 1040 606 1240 590V760H-40z", pine) +
    scatter({
      seed: 90,
      box: [0, 614, 1200, 70],
      count: 90,
      length: [40, 110],
      thickness: 5,
      angle: 3,
      fill: moss,
    }) +
    [
      [152, 634, 1.15],
      [268, 600, 0.8],
      [388, 650, 1],
      [960, 652, 1.05],
    ]
      .map(([x = 0, y = 0, k = 1], i) => moved(`translate(${x} ${y}) scale(${i % 2 ? -k : k} ${k})`, sheep))
      .join("") +
    [
      [910, 150, 0.6],
      [980, 116, 0.42],
      [1046, 168, 0.5],
      [1010, 196, 0.34],
    ]
      .map(([x = 0, y = 0, k = 1]) => moved(`translate(${x} ${y}) scale(${k})`, gull))
      .join("")
  );
}

/** A pot turned about the vertical: half-widths at even steps from rim to foot, with bands of glaze. */
interface Pot {
  readonly x: number;
  readonly foot: number;
  readonly tall: number;
  readonly profile: readonly number[];
  readonly glaze: string;
  readonly clay: string;
  readonly pattern: "plain" | "strokes" | "waves" | "dots" | "bands";
  readonly mark: string;
}

function pot({ x, foot, tall, profile, glaze, clay, pattern, mark }: Pot): string {
  const step = tall / (profile.length - 1);
  const points = profile.map((half, i) => ({ half, y: foot - tall + i * step }));
  const side = (sign: number, list: readonly { half: number; y: number }[]): string =>
    list
      .slice(1)
      .map((to, i) => {
        const from = list[i] ?? to;
        const [before, after] = [list[i - 1] ?? from, list[i + 2] ?? to];
        const near = `${round(x + sign * (from.half + (to.half - before.half) / 6))} ${round(from.y + (to.y - before.y) / 6)}`;
        const far = `${round(x + sign * (to.half - (after.half - from.half) / 6))} ${round(to.y - (after.y - from.y) / 6)}`;
        return `C${near} ${far} ${round(x + sign * to.half)} ${round(to.y)}`;
      })
      .join("");
  const rim = profile[0] ?? 0;
  const outline = `M${x - rim} ${foot - tall}${side(-1, points)}H${x + (profile.at(-1) ?? 0)}${side(1, points.toReversed())}z`;
  const wide = Math.max(...profile);
  const random = createRandom(x);
  const patterns = {
    plain: "",
    strokes: range(-wide, wide, 16)
      .map((dx) => gouge(x + dx, foot - tall * 0.72, x + dx * 0.86, foot - tall * 0.2, 4))
      .join(""),
    waves: range(0.3, 0.8, 0.14)
      .flatMap((t) =>
        range(-wide, wide, 34).map((dx) =>
          gouge(x + dx, foot - tall * t, x + dx + 30, foot - tall * t, 4, 7),
        ),
      )
      .join(""),
    dots: range(0.2, 0.8, 0.15)
      .flatMap((t, row) =>
        range(-wide, wide, 24).map((dx) =>
          gouge(x + dx + row * 9, foot - tall * t - 6, x + dx + row * 9, foot - tall * t + 6, 7),
        ),
      )
      .join(""),
    bands: range(0.18, 0.9, 0.17)
      .map((t) => gouge(x - wide, foot - tall * t, x + wide, foot - tall * t, 9, 5))
      .join(""),
  };
  const drip = range(-wide - 10, wide + 20, 22).map(
    (dx) =>
      `Q${round(x + dx + 11)} ${round(foot - tall * (0.16 + random() * 0.12))} ${round(x + dx + 22)} ${round(foot - tall * 0.27)}`,
  );
  const id = `pot-${x}-${foot}`;
  return (
    within(
      id,
      outline,
      shape(outline, clay) +
        shape(
          `M${x - wide - 10} ${foot - tall - 5}V${foot - tall * 0.27}${drip.join("")}V${foot - tall - 5}z`,
          glaze,
        ) +
        shape(patterns[pattern], mark) +
        moved(
          `translate(${-wide * 0.34} 0)`,
          shape(
            `M${x - 300} 0H${x + 300}V${height}H${x - 300}z${outline}`,
            ink,
            'fill-rule="evenodd" opacity="0.34"',
          ),
        ) +
        shape(gouge(x - wide * 0.66, foot - tall * 0.8, x - wide * 0.58, foot - tall * 0.34, 6, 4), cream),
    ) +
    `<ellipse cx="${x}" cy="${round(foot - tall)}" rx="${rim}" ry="${round(Math.max(4, rim * 0.16))}" fill="${ink}"/>`
  );
}

const bowl = [88, 86, 74, 52, 34, 36];
const jar = [34, 30, 62, 78, 74, 56, 44];
const bottle = [15, 13, 14, 38, 52, 50, 36];
const vase = [40, 24, 34, 58, 62, 44, 34];
const cup = [36, 37, 36, 33, 26];
const wideBowl = [128, 126, 112, 84, 54, 50];

function shelf(): string {
  const boards = [236, 440, 640];
  const first: readonly Pot[] = [
    { x: 112, foot: 226, tall: 150, profile: jar, glaze: blue, clay: brick, pattern: "waves", mark: mist },
    { x: 268, foot: 226, tall: 84, profile: cup, glaze: mist, clay: brick, pattern: "strokes", mark: blue },
    { x: 356, foot: 226, tall: 84, profile: cup, glaze: ochre, clay: brick, pattern: "plain", mark: ink },
    { x: 500, foot: 226, tall: 182, profile: bottle, glaze: pine, clay: brick, pattern: "bands", mark: moss },
    { x: 668, foot: 226, tall: 92, profile: bowl, glaze: mist, clay: brick, pattern: "dots", mark: blue },
    {
      x: 842,
      foot: 226,
      tall: 160,
      profile: vase,
      glaze: brick,
      clay: ochre,
      pattern: "strokes",
      mark: ochre,
    },
    {
      x: 984,
      foot: 226,
      tall: 190,
      profile: bottle,
      glaze: cream,
      clay: brick,
      pattern: "waves",
      mark: blue,
    },
    { x: 1120, foot: 226, tall: 120, profile: jar, glaze: ochre, clay: brick, pattern: "bands", mark: brick },
  ];
  const second: readonly Pot[] = [
    { x: 150, foot: 430, tall: 96, profile: bowl, glaze: moss, clay: brick, pattern: "bands", mark: pine },
    { x: 318, foot: 430, tall: 138, profile: vase, glaze: cream, clay: brick, pattern: "dots", mark: brick },
    {
      x: 590,
      foot: 430,
      tall: 134,
      profile: wideBowl,
      glaze: blue,
      clay: brick,
      pattern: "waves",
      mark: cream,
    },
    {
      x: 846,
      foot: 430,
      tall: 138,
      profile: jar,
      glaze: cream,
      clay: brick,
      pattern: "strokes",
      mark: brick,
    },
    { x: 984, foot: 430, tall: 82, profile: cup, glaze: blue, clay: brick, pattern: "plain", mark: ink },
    { x: 1098, foot: 430, tall: 82, profile: cup, glaze: moss, clay: brick, pattern: "bands", mark: mist },
  ];
  const third: readonly Pot[] = [
    { x: 96, foot: 630, tall: 132, profile: bottle, glaze: ochre, clay: brick, pattern: "dots", mark: cream },
    { x: 262, foot: 630, tall: 128, profile: jar, glaze: mist, clay: brick, pattern: "bands", mark: blue },
    { x: 440, foot: 630, tall: 88, profile: bowl, glaze: cream, clay: brick, pattern: "strokes", mark: pine },
    { x: 640, foot: 630, tall: 88, profile: bowl, glaze: brick, clay: ochre, pattern: "waves", mark: sand },
    { x: 826, foot: 630, tall: 130, profile: vase, glaze: blue, clay: brick, pattern: "bands", mark: ink },
    {
      x: 1040,
      foot: 630,
      tall: 112,
      profile: wideBowl,
      glaze: moss,
      clay: brick,
      pattern: "dots",
      mark: cream,
    },
  ];
  const light = "M250 -40H700L420 720H-40V420z";
  const shadow = (list: readonly Pot[]): string =>
    list
      .map(({ x, foot, tall, profile }) =>
        shape(
          gouge(x - 10, foot + 2, x + Math.max(...profile) * 1.9, foot - tall * 0.1, tall * 0.2),
          ink,
          'opacity="0.28"',
        ),
      )
      .join("");
  return (
    rect(-40, -40, 1280, 800, sand) +
    shape(light, cream) +
    scatter({
      seed: 61,
      box: [0, 0, 1200, 640],
      count: 70,
      length: [50, 110],
      thickness: 4,
      angle: -64,
      fill: cream,
    }) +
    line("M500 -40L160 720M590 -40L300 720", sand, 12) +
    boards
      .map(
        (y) =>
          rect(-40, y + 18, 1280, 26, ochre) +
          rect(-40, y - 8, 1280, 26, brick) +
          rect(-40, y + 14, 1280, 8, ink) +
          scatter({
            seed: y,
            box: [0, y - 4, 1200, 18],
            count: 40,
            length: [80, 200],
            thickness: 3,
            fill: ink,
          }),
      )
      .join("") +
    range(180, 1200, 420)
      .map((x) => shape(`M${x} 258h20v40q-10 12 -20 0zM${x} 462h20v34q-10 12 -20 0z`, ink))
      .join("") +
    [first, second, third].map((list) => shadow(list) + list.map(pot).join("")).join("")
  );
}

function otters(): string {
  const diver =
    shape("M-104 20C-150 30 -176 56 -196 92L-168 84L-160 100L-136 82C-120 64 -96 50 -70 34z", clay) +
    shape("M150 26C140 60 116 84 86 104L112 104L118 118L138 100C160 80 184 56 190 30z", clay) +
    shape(
      "M306 6C298 -14 278 -26 258 -34C246 -48 230 -50 222 -42C200 -40 170 -38 136 -48C60 -74 -40 -76 -112 -48C-190 -18 -280 -4 -400 -20C-320 24 -200 38 -116 26C-60 40 30 50 110 42C160 38 210 38 244 32C270 34 300 28 306 6z",
      clay,
    ) +
    shape(
      "M296 20C270 34 250 30 236 32C200 40 150 40 110 42C40 50 -40 42 -96 30C-20 32 60 28 130 16C190 8 250 6 296 20z",
      sand,
    ) +
    shape(
      range(0, 26)
        .map((i) =>
          gouge(
            -150 + i * 13.6,
            -28 - Math.sin((i / 26) * Math.PI) * 18 + (i % 3) * 15,
            -106 + i * 13.6,
            -38 - Math.sin((i / 26) * Math.PI) * 16 + (i % 3) * 15,
            3,
            -3,
          ),
        )
        .join(""),
      ink,
    ) +
    shape(
      range(0, 8)
        .map((i) => gouge(-330 + i * 24, 4 + (i % 2) * 8 - i, -294 + i * 24, 4 + (i % 2) * 8 - i, 2.6))
        .join(""),
      ink,
    ) +
    shape("M312 4C308 -8 296 -12 288 -8C290 4 300 12 312 4z", ink) +
    disc(262, -12, 6, ink) +
    disc(264, -14, 2, cream) +
    shape(gouge(218, -44, 240, -32, 9, -6), ink) +
    line("M290 10Q268 22 252 16", ink, 3) +
    line("M284 6C262 10 240 26 226 44M288 10C272 20 258 38 250 54M280 0C256 -2 232 6 210 16", cream, 2);
  const swimmer =
    shape("M-250 14C-226 -4 -190 -22 -150 -24C-110 -26 -78 -10 -60 14z", clay) +
    shape("M-420 14C-396 -2 -360 -12 -330 -8C-312 -4 -306 6 -300 14z", clay) +
    shape(
      "M-46 16C-40 -14 -34 -52 2 -72C10 -86 30 -86 36 -74C64 -74 88 -58 104 -36C116 -22 110 -4 92 2C70 8 52 8 40 16z",
      clay,
    ) +
    shape("M96 0C72 8 52 8 40 16H-6C6 -6 40 -22 74 -22C92 -20 104 -10 96 0z", sand) +
    shape("M112 -26C110 -40 96 -48 84 -44C86 -30 96 -20 112 -26z", ink) +
    disc(58, -42, 7, ink) +
    disc(60, -45, 2.4, cream) +
    shape(gouge(2, -70, 30, -66, 10, 7), ink) +
    line("M92 -16Q74 -4 58 -8", ink, 3) +
    line("M78 -14C58 -12 36 0 22 14M84 -10C72 -2 62 8 58 20M74 -20C50 -24 28 -18 8 -8", cream, 2) +
    shape(
      range(0, 7)
        .map((i) => gouge(-36 + i * 7, -10 - i * 8, -16 + i * 7, -22 - i * 7, 2.6))
        .join("") +
        range(0, 8)
          .map((i) => gouge(-222 + i * 18, 0 - (i % 3) * 7, -196 + i * 18, -6 - (i % 3) * 7, 2.6))
          .join(""),
      ink,
    );
  const fish =
    shape("M-46 -16C-36 -6 -34 6 -46 18L-24 6C0 24 44 20 64 0C44 -20 0 -24 -24 -6z", mist) +
    disc(44, -4, 4, ink) +
    shape(gouge(-14, -4, 30, -6, 2.4, 2) + gouge(-12, 4, 26, 6, 2.4, -2), blue) +
    shape("M4 -16C10 -30 24 -30 30 -24L22 -14z", blue);
  const steps = range(0, 5).map((i) => {
    const [x, y] = [1180 - i * 92, 96 + i * 44];
    return (
      rect(x - 6, y, 480, 600, i % 2 ? blue : mist) +
      rect(x - 6, y, 480, 11, cream) +
      shape(
        range(y + 30, 280, 19)
          .map((at, k) => gouge(x + 6 + (k % 2) * 30, at, x + 96 + (k % 2) * 60, at + 2, 3))
          .join(""),
        ink,
      ) +
      shape(
        range(0, 8)
          .map((k) => gouge(x + 26 - k * 6, y + 2, x + 4 - k * 6, y + 54, 5, 8))
          .join(""),
        cream,
      )
    );
  });
  return (
    rect(-40, -40, 1280, 800, sand) +
    shape("M-40 -40H1240V60Q640 130 -40 84z", cream) +
    scatter({
      seed: 146,
      box: [0, -10, 1200, 130],
      count: 60,
      length: [110, 260],
      thickness: 5,
      fill: sand,
    }) +
    disc(560, 150, 56, brick) +
    rays(101, 560, 150, 70, 230, 54, cream, 4) +
    shape(ridge(102, 196, 16), pine) +
    shape(
      range(0, 26)
        .map(
          (i) =>
            `M${i * 48 - 20} 214a${18 + ((i * 7) % 13)} ${16 + ((i * 11) % 19)} 0 0 1 ${36 + ((i * 7) % 13) * 2} 0z`,
        )
        .join(""),
      pine,
    ) +
    scatter({ seed: 103, box: [0, 200, 1200, 50], count: 60, length: [30, 80], thickness: 4, fill: moss }) +
    steps.join("") +
    shape("M-40 258C200 248 400 268 640 258S1060 250 1240 262V760H-40z", blue) +
    shape("M-40 520C200 470 420 560 700 520S1100 470 1240 500V760H-40z", ink) +
    scatter({ seed: 104, box: [0, 268, 1200, 60], count: 80, length: [60, 160], thickness: 5, fill: mist }) +
    scatter({ seed: 105, box: [430, 262, 260, 80], count: 34, length: [50, 120], thickness: 5, fill: sand }) +
    scatter({
      seed: 106,
      box: [0, 340, 1200, 300],
      count: 110,
      length: [50, 150],
      thickness: 5,
      angle: 3,
      fill: ink,
    }) +
    scatter({
      seed: 107,
      box: [0, 520, 1200, 120],
      count: 44,
      length: [60, 140],
      thickness: 4,
      angle: 3,
      fill: blue,
    }) +
    shape(
      range(0, 9)
        .map((i) => `M${120 + i * 66} 262L${30 + i * 80} ${540 - (i % 3) * 60}L${146 + i * 66} 262z`)
        .join(""),
      mist,
      'opacity="0.16"',
    ) +
    reeds(141, -30, 690, 170, 26, 330, pine) +
    reeds(142, -30, 690, 220, 24, 260, moss) +
    reeds(143, 1020, 690, 200, 24, 250, pine) +
    reeds(144, 1060, 690, 180, 24, 320, moss) +
    [
      [876, 414, 0.9, 8],
      [1010, 372, 0.7, -6],
      [960, 492, 0.74, 14],
      [1080, 450, 0.6, 4],
      [1096, 330, 0.5, -10],
    ]
      .map(([x = 0, y = 0, k = 1, turn = 0]) =>
        moved(`translate(${x} ${y}) rotate(${turn}) scale(${k})`, fish),
      )
      .join("") +
    moved("translate(520 432) rotate(12) scale(0.98)", diver) +
    range(0, 16)
      .map((i) => disc(826 + Math.sin(i * 1.9) * 18 - i * 3, 470 - i * 12, 2.5 + ((i * 5) % 6), cream))
      .join("") +
    moved("translate(330 262) scale(1.02)", swimmer) +
    shape(
      range(0, 6)
        .map((i) => gouge(450 + i * 16, 268 + i * 7, 300 - i * 90, 276 + i * 8, 4, 3))
        .join(""),
      cream,
    ) +
    shape("M-40 660C160 630 300 670 520 652S980 640 1240 664V760H-40z", pine) +
    scatter({ seed: 145, box: [0, 650, 1200, 30], count: 60, length: [30, 80], thickness: 5, fill: moss })
  );
}

/** One of the town band, feet at the origin, 150 pixels tall without the cap. */
function musician(x: number, y: number, coat: string, instrument: string, flip = false): string {
  return moved(
    `translate(${x} ${y}) scale(${flip ? -1 : 1} 1)`,
    shape("M-24 -56H24L20 6H4L0 -44L-4 6H-20z", blue) +
      shape("M-27 -112C-20 -120 20 -120 27 -112L31 -42H-31z", coat) +
      shape(gouge(-22, -104, -24, -48, 4), ink) +
      range(0, 4)
        .map((i) => disc(4, -104 + i * 16, 3, ochre))
        .join("") +
      disc(2, -132, 18, clay) +
      shape("M-20 -138C-18 -160 22 -160 24 -138L32 -134H-20z", ink) +
      line("M-18 -141H23", ochre, 4) +
      instrument,
  );
}

function band(): string {
  const arm = (coat: string): string => line("M-8 -102L24 -82L44 -104", coat, 15) + disc(46, -106, 8, clay);
  const bell = (x: number, y: number, r: number): string =>
    `<ellipse cx="${x}" cy="${y}" rx="${r * 0.36}" ry="${r}" fill="${ochre}"/><ellipse cx="${x + 1}" cy="${y}" rx="${r * 0.2}" ry="${r * 0.74}" fill="${ink}"/>`;
  const cornet =
    arm(brick) +
    line("M20 -124H66", ochre, 7) +
    line("M34 -124v16h26v-16", ochre, 6) +
    shape("M60 -128L92 -142V-106L60 -120z", ochre) +
    bell(92, -124, 19);
  const trombone =
    arm(brick) +
    line("M20 -126L128 -112M28 -112L128 -98", ochre, 5) +
    line("M128 -112q10 8 0 14", ochre, 5) +
    line("M24 -126L-26 -142", ochre, 5) +
    shape("M70 -116L112 -136V-88L70 -106z", ochre) +
    bell(112, -112, 23);
  const horn =
    arm(brick) +
    line("M20 -122C40 -124 52 -110 44 -92C34 -74 12 -78 14 -96", ochre, 9) +
    shape("M36 -92L54 -150L84 -138L52 -84z", ochre) +
    moved("rotate(-62 69 -145)", bell(69, -145, 20));
  const tuba =
    line("M18 -124C40 -130 48 -110 40 -70C34 -34 -6 -34 -8 -68", ochre, 14) +
    shape("M-22 -70C-14 -110 -34 -140 -48 -176L38 -188C32 -150 18 -110 8 -68z", ochre) +
    moved("rotate(82 -4 -182)", bell(-4, -182, 46)) +
    line("M-8 -100L20 -72", brick, 15) +
    disc(22, -70, 8, clay) +
    shape(gouge(-24, -168, -8, -84, 4, -4), cream);
  const drum =
    disc(66, -70, 60, brick) +
    disc(66, -70, 51, cream) +
    line("M66 -124V-16M20 -96L112 -44M112 -96L20 -44", sand, 3) +
    disc(66, -70, 13, sand) +
    line("M-8 -104L20 -124L36 -96", brick, 15) +
    line("M34 -98L62 -76", ink, 5) +
    disc(64, -74, 11, ochre);
  const sag = (x: number): number => 96 + 86 * (1 - ((x - 600) / 520) ** 2);
  const lanterns = range(140, 1090, 115).map((x, i) => {
    const y = sag(x);
    return (
      line(`M${x} ${round(y)}v18`, ink, 3) +
      rays(110 + i, x, y + 42, 30, 62, 18, ochre, 3) +
      shape(`M${x - 16} ${round(y + 18)}h32q14 24 0 48h-32q-14 -24 0 -48z`, i % 3 === 1 ? brick : ochre) +
      shape(`M${x - 7} ${round(y + 22)}h14q8 20 0 40h-14q-8 -20 0 -40z`, cream)
    );
  });
  const roofs = range(0, 25).map((i) => {
    const [x, wide, tall] = [i * 51 - 30 + ((i * 17) % 19), 44 + ((i * 23) % 27), 20 + ((i * 31) % 41)];
    const chimney = i % 3 === 0 ? `M${x + 8} ${400 - tall - 26}h9v30h-9z` : "";
    return `M${x} 412V${400 - tall}l${wide * 0.4} ${-14 - (i % 2) * 6}l${wide * 0.6} ${14 + (i % 2) * 6}V412z${chimney}`;
  });
  const windows = range(14, 1200, 51).map((x, i) =>
    i % 2 ? rect(x, 386 - ((i * 7) % 13), 7, 11, ochre) : "",
  );
  const crowd = [40, 128, 206, 262, 404, 486, 730, 812, 950, 1030, 1118, 1190].map((x, i) => {
    const hat =
      [
        "M-24 -4C-24 -34 24 -34 24 -4z",
        "M-34 -6H34L22 -12C20 -40 -20 -40 -22 -12z",
        "M-24 2C-26 -36 26 -36 24 2L30 40H-30z",
        "M-25 0C-25 -30 25 -30 25 0zM-6 -24a7 7 0 0 1 14 0z",
      ][i % 4] ?? "";
    const small = i === 3 || i === 9;
    return moved(
      `translate(${x} ${small ? 630 : 600 + ((i * 13) % 19)}) scale(${small ? 0.75 : 1.1})`,
      shape("M-58 120C-58 44 -34 28 0 28S58 44 58 120z", pine) +
        disc(0, 4, 24, clay) +
        shape("M-24 4A24 24 0 0 0 24 4L20 -8H-20z", ink) +
        shape(hat, i % 5 === 1 ? brick : i % 3 ? moss : blue) +
        shape(gouge(-46, 62, -8, 32, 4, 8) + gouge(10, 32, 46, 62, 4, 8), i % 2 ? moss : ochre),
    );
  });
  const band8 = [
    musician(236, 436, brick, cornet),
    musician(356, 436, brick, horn),
    musician(476, 436, brick, trombone),
    musician(640, 436, brick, tuba),
    musician(744, 436, brick, drum),
    musician(958, 436, brick, cornet, true),
    musician(1048, 436, brick, horn, true),
  ];
  return (
    rect(-40, -40, 1280, 800, ink) +
    scatter({
      seed: 111,
      box: [-40, -10, 1280, 330],
      count: 150,
      length: [60, 170],
      thickness: 5,
      fill: blue,
    }) +
    scatter({ seed: 112, box: [0, 0, 1200, 250], count: 60, length: [5, 9], thickness: 4, fill: cream }) +
    disc(930, 92, 58, cream) +
    rays(113, 930, 92, 70, 150, 46, mist, 4) +
    shape(gouge(890, 82, 940, 74, 5, 4) + gouge(924, 112, 966, 104, 5, 4), sand) +
    shape(roofs.join(""), pine) +
    windows.join("") +
    rect(-40, 406, 1280, 400, ink) +
    scatter({
      seed: 115,
      box: [0, 412, 1200, 230],
      count: 150,
      length: [40, 150],
      thickness: 5,
      fill: blue,
    }) +
    range(140, 1090, 115)
      .map((x, i) =>
        scatter({
          seed: 120 + i,
          box: [x - 14, 540, 28, 110],
          count: 15,
          length: [24, 64],
          thickness: 5,
          fill: i % 3 === 1 ? brick : ochre,
        }),
      )
      .join("") +
    scatter({ seed: 131, box: [900, 420, 60, 190], count: 22, length: [30, 80], thickness: 4, fill: cream }) +
    line("M110 60V450M1092 60V450", pine, 14) +
    line("M107 60V450M1089 60V450", sand, 4) +
    line(
      `M${range(110, 1096, 20)
        .map((x) => `${x} ${round(sag(x))}`)
        .join("L")}`,
      sand,
      3,
    ) +
    lanterns.join("") +
    band8.join("") +
    shape(
      "M44 420C60 432 90 436 120 436H1080C1110 436 1146 430 1166 412L1128 520C1100 548 1060 552 1020 552H180C130 552 96 540 80 516z",
      brick,
    ) +
    shape(
      "M44 420C60 432 90 436 120 436H1080C1110 436 1146 430 1166 412L1160 432C1140 450 1110 456 1080 456H120C90 456 70 450 50 440z",
      cream,
    ) +
    shape(
      "M66 484C80 492 110 498 150 498H1060C1090 498 1126 490 1140 484L1128 520C1100 548 1060 552 1020 552H180C130 552 96 540 80 516z",
      ink,
    ) +
    shape(
      range(0, 11)
        .map((i) => gouge(130 + i * 90, 472 + (i % 2) * 6, 206 + i * 90, 474 + (i % 2) * 6, 3))
        .join(""),
      ink,
    ) +
    shape(
      range(0, 11)
        .map((i) => gouge(110 + i * 92, 520 + (i % 2) * 10, 186 + i * 92, 522 + (i % 2) * 10, 3))
        .join(""),
      blue,
    ) +
    scatter({ seed: 132, box: [30, 546, 1140, 14], count: 40, length: [40, 100], thickness: 5, fill: mist }) +
    crowd.join("")
  );
}

function oven(): string {
  const [cx, cy] = [752, 430];
  const mouth = (r: number): string =>
    `M${cx - r} ${cy + 6}V${cy}A${r} ${r} 0 0 1 ${cx + r} ${cy}V${cy + 6}z`;
  const courses = range(-20, 520, 25).flatMap((y, row) =>
    range(330 + (row % 2) * 32, 1240, 64).map(
      (x) => gouge(x, y, x + 56, y + 1, 3) + gouge(x + 60, y + 3, x + 60, y + 22, 2.6),
    ),
  );
  const ring = range(0, 180, 12).map((degrees) => {
    const at = (turn: number, r: number): string =>
      `${round(cx - Math.cos((turn * Math.PI) / 180) * r)} ${round(cy - Math.sin((turn * Math.PI) / 180) * r)}`;
    return `M${at(degrees + 0.8, 244)}L${at(degrees + 0.8, 302)}L${at(degrees + 11.2, 302)}L${at(degrees + 11.2, 244)}z`;
  });
  const loaf = (x: number, y: number, k: number): string =>
    moved(
      `translate(${x} ${y}) scale(${k})`,
      shape("M-62 0C-66 -40 -34 -58 0 -58S66 -40 62 0z", clay) +
        shape("M-62 0C-64 -18 -58 -32 -48 -42C-30 -26 30 -26 48 -42C58 -32 64 -18 62 0z", ochre) +
        shape(
          gouge(-36, -40, -14, -22, 6) + gouge(-10, -52, 10, -26, 6) + gouge(20, -50, 36, -26, 6),
          cream,
        ) +
        shape(gouge(-56, -6, 56, -6, 4), ink),
    );
  const flame = "M0 0C-34 -30 -22 -66 -2 -104C2 -76 22 -70 22 -44C34 -58 32 -72 30 -84C52 -52 50 -20 34 0z";
  const star = (x: number, y: number): string =>
    moved(
      `translate(${x} ${y})`,
      shape("M-17 -17h34v34h-34z", blue) +
        moved("rotate(45)", shape("M-17 -17h34v34h-34z", blue)) +
        moved("rotate(22.5)", shape("M-7 -7h14v14h-14z", ochre)),
    );
  const baker =
    shape("M60 700C52 560 70 470 120 424C170 396 232 404 262 440C300 490 306 600 300 700z", blue) +
    shape("M150 700C146 600 156 520 196 452L262 440C300 490 306 600 300 700z", cream) +
    shape(
      "M96 476C116 430 120 380 122 330C124 262 160 224 210 224C258 224 284 258 280 306L264 330C262 380 262 420 280 462C240 500 150 508 96 476z",
      moss,
    ) +
    shape(
      "M218 268C252 262 280 276 280 306C282 318 292 330 298 340C300 348 290 350 286 350C288 362 286 372 276 378C262 386 244 384 234 374C212 346 206 300 218 268z",
      clay,
    ) +
    shape(
      "M96 476C116 430 120 380 122 330C124 262 160 224 210 224C246 224 270 242 277 272C250 258 228 264 219 284C208 322 218 360 240 380C250 392 268 388 276 400C272 424 272 444 280 462C240 500 150 508 96 476z",
      moss,
    ) +
    shape(
      gouge(150, 470, 214, 402, 5, 14) +
        gouge(186, 484, 238, 420, 5, 12) +
        gouge(226, 486, 256, 420, 4, 6) +
        gouge(124, 462, 164, 410, 4, 8),
      pine,
    ) +
    shape(
      range(0, 6)
        .map((i) => gouge(138 + i * 3, 296 + i * 19, 200 + i, 250 + i * 23, 4, 12))
        .join(""),
      pine,
    ) +
    line("M262 308q8 -5 14 1", ink, 4) +
    line("M282 362q-8 3 -14 1", ink, 3) +
    shape(gouge(286, 320, 298, 344, 3), ochre) +
    shape(
      range(0, 8)
        .map((i) => gouge(84 + i * 8, 640 - i * 4, 100 + i * 10, 520 - i * 8, 4, 5))
        .join(""),
      ink,
    ) +
    shape(gouge(196, 690, 214, 500, 4, 6) + gouge(230, 690, 240, 490, 4, 4), sand);
  const arms =
    line("M150 486C190 540 260 540 330 486", blue, 54) +
    shape(
      range(0, 5)
        .map((i) =>
          gouge(184 + i * 28, 548 - Math.abs(i - 1) * 6, 206 + i * 28, 510 - Math.abs(i - 1) * 5, 3),
        )
        .join(""),
      ink,
    ) +
    line("M326 488L386 462", clay, 34) +
    disc(394, 460, 22, clay) +
    line("M384 452l18 -6M388 462l20 -2M390 472l18 0", ink, 3);
  return (
    rect(-40, -40, 1280, 800, ink) +
    scatter({
      seed: 151,
      box: [-40, 0, 420, 640],
      count: 90,
      length: [40, 110],
      thickness: 4,
      angle: 88,
      fill: blue,
    }) +
    rect(330, -40, 920, 620, brick) +
    shape(courses.join(""), ink) +
    rect(330, 44, 920, 62, mist) +
    rect(330, 38, 920, 8, ink) +
    rect(330, 104, 920, 8, ink) +
    range(362, 1240, 62)
      .map((x) => star(x, 75))
      .join("") +
    shape(mouth(310), ink) +
    shape(ring.join(""), sand) +
    shape(mouth(240), ink) +
    shape(mouth(214), brick) +
    shape(mouth(178), ochre) +
    shape(mouth(120), cream) +
    within(
      "vault",
      mouth(240),
      rays(152, cx - 10, cy - 20, 84, 250, 64, cream, 7) +
        rays(153, cx, cy, 130, 250, 40, ink, 5) +
        [
          [650, 1.7, brick],
          [716, 1.95, brick],
          [678, 1.2, ochre],
          [600, 1.2, brick],
          [728, 1.2, cream],
          [654, 0.9, cream],
        ]
          .map(([x, k, fill]) => moved(`translate(${x} ${cy + 4}) scale(${k})`, shape(flame, String(fill))))
          .join("") +
        loaf(868, 424, 0.9) +
        loaf(950, 432, 0.8) +
        loaf(800, 436, 1),
    ) +
    rect(420, 434, 680, 30, mist) +
    rect(420, 460, 680, 10, ink) +
    shape(
      range(0, 14)
        .map((i) => gouge(430 + i * 48, 446 + (i % 2) * 6, 472 + i * 48, 446 + (i % 2) * 6, 2.6))
        .join(""),
      blue,
    ) +
    baker +
    line("M150 524L490 450", ink, 20) +
    line("M150 524L490 450", sand, 13) +
    shape("M470 440L636 428C650 432 650 448 638 454L474 468z", sand) +
    shape(gouge(482, 460, 632, 448, 3), clay) +
    loaf(560, 440, 1.05) +
    arms +
    rays(154, cx, cy, 320, 470, 90, ochre, 4) +
    rect(-40, 590, 1280, 140, clay) +
    rect(-40, 582, 1280, 14, sand) +
    scatter({ seed: 155, box: [0, 604, 1200, 80], count: 60, length: [80, 200], thickness: 4, fill: ink }) +
    scatter({ seed: 156, box: [380, 596, 500, 30], count: 40, length: [20, 70], thickness: 4, fill: cream }) +
    loaf(450, 618, 1.15) +
    loaf(610, 630, 1.25) +
    loaf(540, 654, 1.3) +
    loaf(1120, 634, 1.3) +
    pot({
      x: 900,
      foot: 648,
      tall: 108,
      profile: wideBowl,
      glaze: blue,
      clay: brick,
      pattern: "waves",
      mark: cream,
    })
  );
}

function market(): string {
  const house = (x: number, top: number, wide: number, wall: string, roof: string): string =>
    rect(x, top, wide, 460, wall) +
    shape(`M${x - 6} ${top}l${wide * 0.18} -46h${wide * 0.64}l${wide * 0.18 + 12} 46z`, roof) +
    range(top + 26, 380, 74)
      .map((y) =>
        range(x + 16, x + wide - 30, 46)
          .map(
            (at) =>
              rect(at, y, 24, 40, ink) +
              rect(at + 3, y + 3, 8, 16, cream) +
              rect(at + 13, y + 3, 8, 16, cream),
          )
          .join(""),
      )
      .join("");
  const tower =
    rect(548, 78, 112, 420, sand) +
    rect(620, 78, 40, 420, clay) +
    shape("M536 82L604 -34L672 82z", pine) +
    shape("M604 -34L672 82H630z", ink) +
    rect(540, 78, 128, 10, ink) +
    disc(600, 144, 42, ink) +
    disc(600, 144, 36, cream) +
    line("M600 144V116M600 144L582 158", ink, 5) +
    range(0, 12)
      .map((i) => disc(600 + Math.cos(i * 0.5236) * 30, 144 + Math.sin(i * 0.5236) * 30, 2.2, ink))
      .join("") +
    range(216, 400, 64)
      .map((y) => shape(`M574 ${y + 40}v-28q14 -18 28 0v28z`, ink))
      .join("");
  const stall = (x: number, wide: number, stripe: string): string => {
    const stripes = range(0, 8).map((i) => {
      const at = (t: number, inset: number): number => x + inset + (wide - 2 * inset) * t;
      const [t, next] = [i / 8, (i + 1) / 8];
      const half = (at(next, -16) - at(t, -16)) / 2;
      return shape(
        `M${round(at(t, 26))} 276L${round(at(next, 26))} 276L${round(at(next, -16))} 356v20q${round(-half)} 22 ${round(-2 * half)} 0v-20z`,
        i % 2 ? cream : stripe,
      );
    });
    return (
      rect(x, 350, wide, 240, ink) +
      line(`M${x + 6} 350V600M${x + wide - 6} 350V600`, clay, 11) +
      stripes.join("") +
      line(`M${x + 24} 276H${x + wide - 24}`, ink, 7) +
      line(`M${x - 16} 357H${x + wide + 16}`, ink, 3)
    );
  };
  const keeper = (x: number, coat: string, hat: string): string =>
    shape(`M${x - 46} 530C${x - 46} 470 ${x - 30} 456 ${x} 454S${x + 46} 470 ${x + 46} 530z`, coat) +
    disc(x, 430, 22, clay) +
    shape(`M${x - 26} 424C${x - 26} 394 ${x + 26} 394 ${x + 26} 424z`, hat) +
    disc(x - 8, 434, 2.4, ink) +
    disc(x + 8, 434, 2.4, ink) +
    line(`M${x - 4} 442h8`, ink, 2.2) +
    shape(gouge(x - 34, 520, x - 20, 474, 4) + gouge(x + 20, 474, x + 34, 520, 4), ink);
  const heap = (
    seed: number,
    x: number,
    wide: number,
    rows: number,
    r: number,
    fill: string,
    mark: string,
  ): string => {
    const random = createRandom(seed);
    return range(0, rows)
      .map((row) =>
        range(x + r + row * r * 0.9, x + wide - row * r * 0.9, r * 1.9)
          .map((at) => {
            const [px, py] = [at + random() * 4, 538 - row * r * 1.3 + random() * 3];
            return (
              disc(px, py, r, ink) +
              disc(px, py - 1, r - 2.4, fill) +
              shape(gouge(px - r * 0.5, py - r * 0.1, px - r * 0.05, py - r * 0.6, r * 0.22, 2), mark)
            );
          })
          .join(""),
      )
      .join("");
  };
  const leeks = (x: number): string =>
    range(0, 9)
      .map(
        (i) =>
          line(`M${x + i * 14} 546L${x + 4 + i * 14} 500`, cream, 9) +
          shape(
            gouge(x + 4 + i * 14, 510, x - 6 + i * 15, 446, 8) +
              gouge(x + 4 + i * 14, 510, x + 18 + i * 15, 452, 7),
            i % 2 ? moss : pine,
          ),
      )
      .join("");
  const crates = (x: number, wide: number, fill: string): string =>
    rect(x, 540, wide, 74, fill) +
    line(`M${x} 541H${x + wide}M${x} 576H${x + wide}M${x} 612H${x + wide}`, ink, 5) +
    shape(
      range(x + 10, x + wide - 40, 58)
        .map((at) => gouge(at, 558, at + 44, 559, 3) + gouge(at + 6, 594, at + 50, 595, 3))
        .join(""),
      ink,
    );
  const lamp = (x: number): string =>
    line(`M${x} 376V398`, ink, 3) +
    rays(x, x, 414, 20, 46, 18, ochre, 3) +
    disc(x, 414, 16, ochre) +
    disc(x, 414, 9, cream);
  const onions = (x: number): string =>
    line(`M${x} 372V470`, sand, 4) +
    range(0, 5)
      .map(
        (i) =>
          disc(x + (i % 2 ? 9 : -9), 398 + i * 17, 11, clay) +
          shape(gouge(x + (i % 2 ? 5 : -13), 402 + i * 17, x + (i % 2 ? 9 : -9), 390 + i * 17, 2.4), cream),
      )
      .join("");
  const shopper = (x: number, y: number, k: number, coat: string, hat: string, more: string): string =>
    moved(
      `translate(${x} ${y}) scale(${k})`,
      shape("M-74 260C-80 120 -66 34 0 30S80 120 74 260z", coat) +
        disc(0, 0, 33, clay) +
        shape(hat, ink) +
        shape(
          range(0, 5)
            .map((i) => gouge(-54 + i * 5, 220 - i * 6, -46 + i * 6, 90 - i * 7, 4, 4))
            .join(""),
          ink,
        ) +
        shape(gouge(44, 70, 62, 230, 5, -6), cream) +
        more,
    );
  const basket =
    shape("M54 150h84l-12 62h-62z", sand) +
    line("M62 150C66 96 128 96 130 150", clay, 7) +
    shape(
      range(0, 6)
        .map((i) => gouge(62 + i * 12, 158, 68 + i * 10, 206, 2.6))
        .join(""),
      ink,
    ) +
    shape(gouge(84, 152, 74, 92, 9) + gouge(98, 152, 104, 84, 9) + gouge(110, 152, 124, 100, 9), moss);
  const dog =
    shape(
      "M-60 0C-66 -40 -40 -58 0 -54C20 -54 32 -62 36 -84L52 -98L58 -84L84 -76C86 -62 70 -54 60 -50C56 -24 54 -8 56 36H42L36 -4C16 6 -16 6 -36 0L-42 36H-56zM-58 -30C-76 -44 -84 -66 -78 -78C-70 -64 -60 -50 -46 -46z",
      ink,
    ) +
    line("M34 -60L52 -48", brick, 8) +
    shape(gouge(-40, -42, 4, -46, 4, 4), mist) +
    disc(62, -80, 2.4, cream);
  return (
    rect(-40, -40, 1280, 800, cream) +
    scatter({ seed: 161, box: [0, 0, 1200, 260], count: 70, length: [90, 220], thickness: 6, fill: sand }) +
    house(-30, 176, 150, blue, ink) +
    house(120, 132, 176, mist, pine) +
    house(296, 190, 130, brick, ink) +
    house(426, 158, 124, sand, brick) +
    tower +
    house(660, 186, 140, mist, ink) +
    house(800, 140, 170, brick, pine) +
    house(970, 196, 120, sand, ink) +
    house(1090, 150, 170, blue, brick) +
    rect(-40, 470, 1280, 300, mist) +
    stall(24, 344, brick) +
    stall(432, 344, moss) +
    stall(840, 344, blue) +
    lamp(110) +
    onions(300) +
    keeper(196, blue, pine) +
    heap(5, 40, 150, 3, 15, brick, cream) +
    heap(6, 196, 166, 2, 24, ochre, cream) +
    crates(24, 344, clay) +
    lamp(700) +
    onions(480) +
    onions(524) +
    keeper(604, brick, ochre) +
    leeks(452) +
    heap(7, 600, 168, 2, 25, moss, sand) +
    crates(432, 344, ochre) +
    lamp(920) +
    keeper(1020, pine, brick) +
    heap(8, 850, 120, 3, 13, ochre, cream) +
    heap(9, 980, 190, 3, 17, clay, cream) +
    crates(840, 344, clay) +
    scatter({ seed: 162, box: [0, 616, 1200, 60], count: 90, length: [24, 60], thickness: 5, fill: blue }) +
    shopper(352, 490, 0.94, brick, "M-36 6C-40 -50 40 -50 36 6C30 -6 -30 -6 -36 6z", basket) +
    shopper(806, 470, 1, blue, "M-52 -8H52L34 -16C34 -56 -34 -56 -34 -16z", "") +
    shopper(906, 566, 0.62, ochre, "M-36 8C-38 -46 38 -46 36 8zM-10 -34a11 11 0 0 1 22 0z", "") +
    moved("translate(1074 628) scale(1.05)", dog)
  );
}

function allotment(): string {
  const cabbage = (x: number, y: number, r: number): string =>
    moved(
      `translate(${round(x)} ${round(y)}) scale(${(r / 40).toFixed(2)})`,
      shape(
        "M-44 4C-50 -18 -34 -34 -18 -34C-6 -46 14 -44 22 -34C40 -32 50 -14 42 6C30 22 -32 22 -44 4z",
        pine,
      ) +
        shape(
          "M-37 2C-42 -14 -30 -27 -18 -27C-8 -37 12 -36 19 -28C33 -26 41 -12 35 4C24 15 -26 15 -37 2z",
          moss,
        ) +
        shape("M-22 0C-26 -20 -10 -30 2 -30S28 -18 22 0C12 10 -12 10 -22 0z", pine) +
        shape("M-17 -2C-20 -18 -8 -25 2 -25S22 -16 17 -2C8 6 -8 6 -17 -2z", moss) +
        shape(
          gouge(0, 2, 1, -22, 3) +
            gouge(1, -6, 10, -18, 1.8) +
            gouge(0, -6, -9, -17, 1.8) +
            gouge(-33, 0, -22, -20, 2.4, 3) +
            gouge(31, 0, 22, -20, 2.4, -3),
          cream,
        ),
    );
  const [vx, vy] = [560, 318];
  const bed = (from: number, to: number, fill: string): string =>
    shape(`M${vx} ${vy}L${from} 760L${to} 760z`, fill);
  const rows = range(-1500, 2700, 300);
  const planted = range(0, 13).flatMap((i) => {
    const t = 0.06 + (i / 12) ** 1.7 * 0.94;
    const y = vy + t * 380;
    return rows.map((foot, row) => {
      const x = vx + (foot + 75 - vx) * t * 0.86;
      if (x < -60 || x > 1260) return "";
      return row % 3 === 0
        ? shape(
            range(-2, 3)
              .map((k) => gouge(x + k * 5 * t, y, x + k * 17 * t, y - 96 * t, 9 * t, k * 3))
              .join(""),
            row % 2 ? moss : pine,
          )
        : cabbage(x, y, 8 + t * 44);
    });
  });
  const shed =
    shape("M262 250L352 244V420L262 434z", ink) +
    shape("M104 262L184 172L266 250V434L104 450z", blue) +
    shape(
      range(0, 8)
        .map((i) => gouge(122 + i * 19, 268 - Math.min(i, 7 - i) * 18, 122 + i * 19, 442 - i * 2, 2.6))
        .join(""),
      ink,
    ) +
    shape("M178 156L300 148L378 246L276 254z", brick) +
    shape(
      range(0, 7)
        .map((i) => gouge(202 + i * 17, 162 - i, 288 + i * 13, 244 - i, 3))
        .join(""),
      ink,
    ) +
    line("M92 272L182 164L278 254", ink, 15) +
    shape("M150 302L222 296V436L150 442z", ink) +
    shape("M158 310L214 305V366L158 370z", ochre) +
    line("M186 306V368M158 340L214 335", ink, 4) +
    rect(308, 132, 14, 44, ink) +
    shape(
      range(0, 8)
        .map((i) => gouge(314 + i * 13, 126 - i * 12, 352 + i * 17, 92 - i * 11, 8 - i * 0.5, 7))
        .join(""),
      blue,
    );
  const poles = [
    [862, 392, 128],
    [1088, 424, 170],
  ].map(
    ([x = 0, y = 0, tall = 0]) =>
      line(
        `M${x - 40} ${y}L${x + 9} ${y - tall}M${x + 40} ${y}L${x - 9} ${y - tall}M${x - 8} ${y + 10}L${x + 2} ${y - tall - 8}`,
        ink,
        7,
      ) +
      shape(
        range(0, 16)
          .map((i) => {
            const spread = 38 * (1 - i / 18);
            const at = x - spread + ((i * 7) % 19) * (spread / 9);
            return gouge(at, y - 8 - i * (tall / 19), at + 18, y - 20 - i * (tall / 19), 8, 4);
          })
          .join(""),
        pine,
      ),
  );
  const robin =
    line("M-6 58L-8 84M12 58L12 84M-20 86H6M2 86H26", ink, 4) +
    shape("M-30 40C-56 60 -84 84 -104 88L-112 74C-92 62 -70 38 -50 12z", clay) +
    shape("M-62 24C-70 -22 -34 -66 8 -70C40 -72 60 -50 58 -26C62 26 34 62 0 64C-28 64 -56 50 -62 24z", clay) +
    shape("M20 -62C44 -66 60 -48 58 -26C60 4 52 30 34 40C14 34 2 14 6 -12C8 -32 8 -52 20 -62z", brick) +
    shape("M34 40C20 62 -14 70 -34 54C-20 50 0 40 10 22C16 32 24 38 34 40z", cream) +
    shape("M56 -44L84 -36L58 -28z", ink) +
    disc(34, -42, 6, ink) +
    disc(36, -44, 2, cream) +
    shape("M-56 20C-40 -12 -14 -22 0 -14C0 16 -24 44 -62 52L-96 76C-84 58 -68 38 -56 20z", ink) +
    shape(gouge(-66, 42, -14, 0, 4, -6) + gouge(-70, 54, -10, 16, 4, -6), clay) +
    shape(
      range(0, 5)
        .map((i) => gouge(20 + i * 6, 22 - i * 12, 28 + i * 6, 4 - i * 12, 2.6))
        .join(""),
      ochre,
    );
  return (
    rect(-40, -40, 1280, 800, sand) +
    shape("M-40 -40H1240V110Q560 190 -40 96z", cream) +
    scatter({ seed: 171, box: [0, 0, 1200, 200], count: 66, length: [110, 250], thickness: 6, fill: mist }) +
    rays(172, 690, 300, 84, 330, 60, cream, 6) +
    disc(690, 300, 70, ochre) +
    disc(690, 300, 56, cream) +
    shape(ridge(173, 296, 20), mist) +
    range(0, 14)
      .map(
        (i) =>
          rect(400 + i * 34, 286 - ((i * 13) % 17), 26, 40, blue) +
          shape(`M${397 + i * 34} ${288 - ((i * 13) % 17)}l16 -14l16 14z`, i % 3 ? ink : brick),
      )
      .join("") +
    shape(ridge(174, 318, 5), moss) +
    range(0, 7)
      .map((i) =>
        poplar(180 + i, 380 + i * 66 + ((i * 23) % 31) + (i > 3 ? 190 : 0), 330, 74 + ((i * 31) % 40), pine),
      )
      .join("") +
    rect(-40, 322, 1280, 440, clay) +
    rows.map((foot) => bed(foot, foot + 150, ink)).join("") +
    scatter({
      seed: 175,
      box: [0, 340, 1200, 330],
      count: 150,
      length: [14, 60],
      thickness: 4,
      angle: 4,
      fill: sand,
    }) +
    shed +
    poles.join("") +
    planted.join("") +
    line("M1010 700L962 306", ink, 30) +
    line("M1010 700L962 306", sand, 21) +
    shape(gouge(1000, 660, 966, 330, 4), clay) +
    line("M906 304L1016 292", ink, 32) +
    line("M908 304L1014 292", brick, 22) +
    shape(gouge(916, 300, 1004, 290, 4), ochre) +
    moved("translate(962 206) scale(1.02)", robin)
  );
}

/** Pixels drawn beyond each edge, so that the unsteady edges never show the end of the paper. */
const bleed = 40;

/** Wraps a scene in the paper: unsteady edges, ink that did not take everywhere, and a little grain. */
function print(scene: string, grainy: boolean): string {
  const box = `x="${-bleed}" y="${-bleed}" width="${width + 2 * bleed}" height="${height + 2 * bleed}"`;
  const area = `${box} filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * bleed}" height="${height + 2 * bleed}"
viewBox="${-bleed} ${-bleed} ${width + 2 * bleed} ${height + 2 * bleed}">
<filter id="knife" ${area}><feTurbulence type="fractalNoise" baseFrequency="0.026" numOctaves="3" seed="7"/>
<feDisplacementMap in="SourceGraphic" scale="8" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="salt" ${area}><feTurbulence type="fractalNoise" baseFrequency="0.3" numOctaves="4" seed="3"/>
<feColorMatrix values="0 0 0 0 0.96 0 0 0 0 0.92 0 0 0 0 0.83 0 11 0 0 -7.9"/></filter>
<filter id="grain" ${area}><feTurbulence type="fractalNoise" baseFrequency="0.5" numOctaves="2" seed="5"/>
<feColorMatrix values="0 0 0 0 0.1 0 0 0 0 0.1 0 0 0 0 0.12 0.9 0 0 0 -0.38"/></filter>
<g filter="url(#knife)">${scene}</g>${grainy ? `<rect ${box} filter="url(#salt)" opacity="0.4"/><rect ${box} filter="url(#grain)" opacity="0.24"/>` : ""}</svg>`;
}

const scenes: Readonly<Record<string, () => string>> = {
  "articles/images/bridge-at-first-light.jpg": bridge,
  "articles/images/swift-boxes.jpg": school,
  "articles/2026-11-17-kettle-mill/kettle-mill-in-fog.jpg": mill,
  "articles/images/pottery-shelf.png": shelf,
  "articles/images/otters-at-the-fish-pass.jpg": otters,
  "articles/images/band-on-the-barge.jpg": band,
  "articles/images/bread-oven.jpg": oven,
  "articles/images/saturday-market.jpg": market,
  "articles/images/plot-fourteen.jpg": allotment,
};

const wanted = process.argv.slice(2);
for (const [file, draw] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.some((name) => file.includes(name))) continue;
  await mkdir(dirname(file), { recursive: true });
  // Grain is what PNG compresses worst: a PNG keeps its flat inks.
  const isPng = file.endsWith(".png");
  const raster = sharp(Buffer.from(print(draw(), !isPng))).extract({
    left: bleed,
    top: bleed,
    width,
    height,
  });
  const { size } = isPng
    ? await raster.png({ palette: true, colours: 32, effort: 10 }).toFile(file)
    : await raster.jpeg({ quality: 78, mozjpeg: true }).toFile(file);
  console.log(`${file}  ${Math.round(size / 1000)} KB`);
}
