"""Random histories of one text that several write at once, with partitions: what the merge of the front end makes of them, character by character."""

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tests.simulator.merge import merge

FIRST = 0x4E00  # letters of which each is typed once, so that every character is known wherever it turns up
WORDS = ["the", "service", "of", "a", "district", "is", "late,", "and", "nobody", "knows.", "It", "costs"]


@dataclass
class Replica:
    """One page: what it shows, and what of it the store had when they last spoke."""

    shown: str
    saved: str
    version: int = 0
    online: bool = True


class Store(NamedTuple):
    """The server takes a save only from the version that it has: so there is one order of all saves."""

    text: str
    version: int


@dataclass
class History:
    """What was written and taken away; `looks` are the texts as somebody had them after an edit."""

    typed: set[str] = field(default_factory=set)
    erased: set[str] = field(default_factory=set)
    looks: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


def played(seed: int) -> History:
    """A history from a seed: two to four people, each of whom may be away for a while, and all are back in the end."""
    chance = random.Random(f"histories {seed}")
    letters = map(chr, range(FIRST, FIRST + 20_000))
    history = History()

    def word(most: int) -> str:
        made = "".join(next(letters) for _ in range(chance.randint(1, most)))
        history.typed.update(made)
        return made

    begun = " ".join(chance.choice([*WORDS, word(4)]) for _ in range(chance.choice((0, 1, 3, 12))))
    history.typed.intersection_update(begun)
    store = Store(begun, 0)
    people = [Replica(begun, begun) for _ in range(chance.randint(2, 4))]
    history.looks.append(begun)

    def speak(one: Replica) -> None:
        """Saves, merging with what others saved meanwhile; or takes what they have saved."""
        nonlocal store
        if one.version != store.version:
            one.shown = merge(one.saved, one.shown, store.text)
            one.saved, one.version = store
        if one.shown != store.text:
            store = Store(one.shown, store.version + 1)
            one.saved, one.version = store

    for _ in range(chance.randint(4, 24)):
        one = chance.choice(people)
        match chance.randrange(8):
            case 0:
                one.online = not one.online
            case 1 | 2:
                if one.online:
                    speak(one)
            case 3:  # a word, or some letters, are taken away
                first = chance.randrange(len(one.shown) + 1)
                last = min(len(one.shown), first + chance.randint(1, 9))
                history.erased.update(one.shown[first:last])
                one.shown = one.shown[:first] + one.shown[last:]
                history.looks.append(one.shown)
            case _:  # words are typed, between two words or within one
                place = chance.randrange(len(one.shown) + 1)
                if chance.random() < 0.7:
                    place = max(one.shown.rfind(" ", 0, place), 0)
                text = " ".join(word(5) for _ in range(chance.randint(1, 3)))
                text = chance.choice((text, f" {text}", f"{text} ", f" {text} "))
                one.shown = one.shown[:place] + text + one.shown[place:]
                history.looks.append(one.shown)
    for one in (*people, *people):
        speak(one)
    history.ends = [one.shown for one in people]
    return history


def faults(history: History) -> Counter[str]:
    """What is wrong in the end, in characters; replicas that differ in texts."""
    end = history.ends[0]
    found = Counter(letter for letter in end if ord(letter) >= FIRST)
    place = {letter: end.index(letter) for letter in found}
    orders = {
        (one, other)
        for look in history.looks
        for one, other in pairwise([letter for letter in look if ord(letter) >= FIRST])
    }
    return Counter(
        {
            "typed": len(history.typed),
            "lost": len(history.typed - history.erased - found.keys()),
            "replicas that differ": sum(text != end for text in history.ends),
            "come back though erased": sum(letter in found for letter in history.erased),
            "doubled": sum(found.values()) - len(found),
            "out of order": sum(
                place[one] > place[other] for one, other in orders if one in place and other in place
            ),
        }
    )


def measured(many: int) -> Counter[str]:
    return sum((faults(played(seed)) for seed in range(many)), Counter())


def main(given: list[str]) -> int:
    many = int(given[0]) if given else 100_000
    begun = time.monotonic()
    found = measured(many)
    print(f"{many:,} histories in {time.monotonic() - begun:.0f} s")
    for what in (
        "typed",
        "lost",
        "replicas that differ",
        "come back though erased",
        "doubled",
        "out of order",
    ):
        print(f"{what:40}{found[what]:10,}")
    return bool(found["lost"] or found["replicas that differ"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
