declare module "virtual:regions" {
  export const WIDTH: number;
  export const HEIGHT: number;
  export const SHAPES: Record<string, string>;
}
