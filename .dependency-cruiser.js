// The table "who may import whom" of ARCHITECTURE.md, enforced.
const rows = [
  ["cli", "web"],
  ["newsletter"],
  ["schedule", "delivery", "checks", "rendering", "selection"],
  ["subscribers", "articles"],
  ["storage"],
  ["platform", "config"],
];

/** One rule a room: it imports itself, rooms of lower rows, platform/, and types of config/. */
const roomRules = rows.flatMap((rooms, row) =>
  rooms
    .filter((room) => room !== "platform" && room !== "config")
    .map((room) => ({
      name: `${room}-imports-only-below`,
      severity: "error",
      comment: `${room}/ imports only itself and the rooms below its row.`,
      from: { path: `^src/${room}/` },
      to: {
        path: "^src/",
        pathNot: [
          `^src/${room}/`,
          ...rows
            .slice(row + 1)
            .flat()
            .map((below) => `^src/${below}/`),
        ],
      },
    })),
);

/** The same inside newsletter/; every one of its rooms may import the files beside them, which import none of it. */
const newsletterRows = [
  ["slots"],
  ["review", "health", "doctor", "reports"],
  ["preview", "notices", "instance"],
  ["timetable"],
  ["sending"],
  ["freezing"],
  ["building"],
  ["editions", "readers"],
  ["planning"],
];

const newsletterRules = [
  ...newsletterRows.flatMap((rooms, row) =>
    rooms.map((room) => ({
      name: `newsletter-${room}-imports-only-below`,
      severity: "error",
      comment: `newsletter/${room}/ imports of newsletter/ only itself and the rooms below its row.`,
      from: { path: `^src/newsletter/${room}/` },
      to: {
        path: "^src/newsletter/[^/]+/",
        pathNot: [room, ...newsletterRows.slice(row + 1).flat()].map((below) => `^src/newsletter/${below}/`),
      },
    })),
  ),
  {
    name: "newsletter-has-no-other-rooms",
    severity: "error",
    comment: "A new room of newsletter/ gets its row in the table.",
    from: {},
    to: {
      path: "^src/newsletter/[^/]+/",
      pathNot: `^src/newsletter/(${newsletterRows.flat().join("|")})/`,
    },
  },
  {
    name: "newsletter-ground-imports-no-room",
    severity: "error",
    from: { path: "^src/newsletter/[^/]+$" },
    to: { path: "^src/newsletter/[^/]+/" },
  },
];

export default {
  forbidden: [
    ...roomRules,
    ...newsletterRules,
    {
      name: "platform-imports-nothing",
      severity: "error",
      from: { path: "^src/platform/" },
      to: { path: "^src/", pathNot: "^src/platform/" },
    },
    {
      name: "config-imports-platform",
      severity: "error",
      from: { path: "^src/config/" },
      to: { path: "^src/", pathNot: "^src/(config|platform)/" },
    },
    {
      name: "pure-rooms-do-no-io",
      severity: "error",
      comment: "selection/, checks/ and the pure part of rendering/ are handed what they need.",
      from: { path: "^src/(selection|checks|rendering)/", pathNot: "^src/(checks|rendering)/load-" },
      to: { path: "^(node:)?(fs|fs/promises|net|http|https|child_process|dns|crypto|timers)$" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
