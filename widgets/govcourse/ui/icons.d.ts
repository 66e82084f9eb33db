declare module "lucide/dist/esm/icons/*" {
  const icon: [tag: "path" | "circle" | "rect" | "line" | "polyline", attributes: Record<string, string>][];
  export default icon;
}
