"""Open files: as many as the system gives this process, and how many kernels fit into them."""

EACH = 16  # that the page of a session takes, with its connection and its kernel's channels
SPARE = 64  # for the database, templates, documents and what starts kernels
ENOUGH = 1 << 20  # where there is no limit
USUAL = 10_240  # what macOS gives at most, though it names no limit


def most() -> int:
    """How many files this process may open, after it has asked for all that it can get. Its children inherit that."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return ENOUGH
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (ENOUGH if hard == resource.RLIM_INFINITY else hard, USUAL):
        if soft != resource.RLIM_INFINITY and soft < wanted:
            try:
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            except (ValueError, OSError):
                continue
            return wanted
    return ENOUGH if soft == resource.RLIM_INFINITY else soft


def kernels(files: int) -> int:
    """How many kernels have room in half of the files; the other half is for people without one."""
    return max(1, (files - SPARE) // 2 // EACH)
