"""What the hosts share: base widget, page host, look and feel, the client of a course server."""
