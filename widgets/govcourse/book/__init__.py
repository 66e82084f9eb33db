"""The course book: how it is built, what its pages say, and what it is taken home as."""
