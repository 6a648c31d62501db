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

/**
 * Large rooms are houses of their own, built in the same way. `besides`: files beside their rooms that all of them may
 * import, or one that imports them all.
 */
const innerHouses = [
  {
    house: "newsletter",
    rows: [
      ["slots"],
      ["review", "health", "doctor", "reports"],
      ["preview", "notices", "instance"],
      ["timetable"],
      ["sending"],
      ["freezing"],
      ["building"],
      ["editions", "readers"],
      ["planning"],
    ],
    besides: "below",
  },
  {
    house: "selection",
    rows: [["editions", "subject"], ["placing"], ["stories"], ["candidates"], ["topics"], ["terms"]],
    besides: "above",
  },
  {
    house: "storage",
    rows: [["schedule"], ["issues"], ["audience"], ["deliveries"], ["ledger"], ["schema", "migrations"]],
    besides: "below",
  },
  { house: "articles/front-matter", rows: [["fields"], ["syntax"], ["dates"]], besides: "below" },
  {
    house: "articles/template-syntax",
    rows: [["marks"], ["tags", "components", "shortcodes", "generators"], ["widgets"], ["basics"]],
    besides: "above",
  },
];

const innerRules = innerHouses.flatMap(({ house, rows: own, besides }) => [
  ...own.flatMap((rooms, row) =>
    rooms.map((room) => ({
      name: `${house}-${room}-imports-only-below`,
      severity: "error",
      comment: `${house}/${room}/ imports of ${house}/ only itself and the rooms below its row.`,
      from: { path: `^src/${house}/${room}/` },
      to: {
        path: `^src/${house}/[^/]+/`,
        pathNot: [room, ...own.slice(row + 1).flat()].map((below) => `^src/${house}/${below}/`),
      },
    })),
  ),
  {
    name: `${house}-has-no-other-rooms`,
    severity: "error",
    comment: `A new room of ${house}/ gets its row in the table.`,
    from: {},
    to: { path: `^src/${house}/[^/]+/`, pathNot: `^src/${house}/(${own.flat().join("|")})/` },
  },
  {
    name: `${house}-files-beside-are-${besides}`,
    severity: "error",
    ...(besides === "below"
      ? { from: { path: `^src/${house}/[^/]+$` }, to: { path: `^src/${house}/[^/]+/` } }
      : { from: { path: `^src/${house}/[^/]+/` }, to: { path: `^src/${house}/[^/]+$` } }),
  },
]);

export default {
  forbidden: [
    ...roomRules,
    ...innerRules,
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
