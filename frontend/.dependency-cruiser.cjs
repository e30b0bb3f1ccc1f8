/**
 * The seven import rules of the front end. `scripts/depcruise.mjs` runs them and fails when no module was read.
 * Type-only imports count: a type that crosses a border is a dependency too.
 */
module.exports = {
  forbidden: [
    { name: "1-no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "2-lib-and-generated-know-nothing-above",
      severity: "error",
      from: { path: "^src/(lib|generated)/" },
      to: { path: "^src/(ui|features|app)/" },
    },
    {
      name: "3-ui-knows-no-feature-and-fetches-nothing",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(app|features|generated)/|^src/lib/(api|query|events)\\.tsx?$" },
    },
    {
      name: "4-a-feature-knows-no-route",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/app/" },
    },
    {
      name: "5-features-meet-at-the-door",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/($1/|[^/]+/index\\.ts$)" },
    },
    {
      name: "6-routes-use-doors",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: "^src/features/", pathNot: "^src/features/[^/]+/index\\.ts$" },
    },
    {
      name: "7-only-lib-reads-generated",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(lib|generated)/" },
      to: { path: "^src/generated/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.css$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
