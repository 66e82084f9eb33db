"""What a document consists of before it is a file: blocks in reading order, charts as pictures, an academy's look."""
