// A photo that somebody took, no larger than what stands around it.

export const Photo = ({ src, alt }: { src: string; alt: string }) => (
  <img class="gc-photo" {...{ src, alt }} />
);
