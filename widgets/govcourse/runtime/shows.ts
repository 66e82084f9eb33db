// Which cells of a notebook only show something of the course: JupyterLab runs these by itself, and no others.

// What shows something, and changes nothing.
const NAMES = "exercise|overview|picture|recap|preparation|progress|case_cards";
const VALUE = String.raw`(?:"[^"\\\n]*"|\d+|language|country|team)`;
const SHOWS = new RegExp(
  String.raw`^from govcourse import (${NAMES})\n+\1\((?:(?:[a-z]+=)?${VALUE}(?:, ?)?)*\)$`,
);
const PARAMETERS = /^(?:(?:country|team|language) = "[^"\\\n]*"\n?)+$/;

export const shows = (source: string): boolean => SHOWS.test(source.trim());
export const sets = (source: string): boolean => PARAMETERS.test(source.trim());
