/** Imports only go down: app > screens > live > session > api > ui > shown > words; a screen knows no other screen. */
const FLOORS = [
  ["app"],
  ["sign_in", "wallboard", "campaigns", "calls", "leads", "scripts", "agents", "compliance", "settings"],
  ["live"],
  ["session"],
  ["api"],
  ["ui"],
  ["shown"],
  ["words"],
];

const folder = (names) => `^src/(${names.join("|")})/`;
const upward = FLOORS.slice(1).map((floor, index) => ({
  name: `${floor[0]}-imports-up`,
  severity: "error",
  from: { path: folder(floor) },
  to: { path: folder(FLOORS.slice(0, index + 1).flat()) },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: "screens-are-apart",
      comment: "Screens meet by address only, so that each is a chunk of its own.",
      severity: "error",
      from: { path: `^src/(${FLOORS[1].join("|")})/` },
      to: { path: `^src/(${FLOORS[1].join("|")})/`, pathNot: "^src/$1/" },
    },
    {
      name: "folder-without-a-floor",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: folder(FLOORS.flat()) },
    },
    {
      name: "circle",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "not-to-be-resolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "outside-package-not-ours",
      severity: "error",
      from: { path: "^src", pathNot: "\\.test\\.tsx?$|^src/testing\\.ts$" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "node_modules/@types" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
