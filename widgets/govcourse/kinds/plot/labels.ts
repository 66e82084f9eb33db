// Names of points: in lines, and at places where none covers another label or a point; one that finds no room is left out.
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

// A name in lines of about `room` letters, whole words each.
export function lines(name: string, room: number): string[] {
  const made: string[] = [];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1);
    if (last !== undefined && [...last, ...word].length < room) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made;
}

// `points` in the coordinates of `area`, where `words` stand already; gives one box per point, or null where the number alone must do.
export function placeLabels(points: Box[], area: Box, radius: number, words: Box[] = []): (Box | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  taken.push(...words);
  return points.map(({ x, y, width, height }) => {
    const gap = radius + 3;
    const candidates = [
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x - width / 2, y - gap - height],
      [x - width / 2, y + gap],
      [x + gap, y - gap - height / 2],
      [x + gap, y + gap - height / 2],
      [x - gap - width, y - gap - height / 2],
      [x - gap - width, y + gap - height / 2],
    ];
    for (const [left, top] of candidates) {
      const box = { x: left, y: top, width, height };
      const inside =
        left >= area.x &&
        top >= area.y &&
        left + width <= area.x + area.width &&
        top + height <= area.y + area.height;
      if (inside && !taken.some((other) => overlap(box, other))) {
        taken.push(box);
        return box;
      }
    }
    return null;
  });
}
