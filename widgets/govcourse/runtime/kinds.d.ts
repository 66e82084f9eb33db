// What the build makes of the folders of kinds.
declare module "kinds:rules" {
  export const rules: Record<string, import("./kind").Derive | undefined>;
}
declare module "kinds:views" {
  export const views: Record<string, import("./kind").Kind>;
}
