"""Kernels share one limit of memory: the largest ends before others have none."""

import os
from pathlib import Path

import pytest
from govcourse.server import kernel_memory
from govcourse.server.kernel_memory import EACH, Memory, counted, limit, of_group

MB = 1_000_000


def test_the_largest_kernels_end_when_all_together_take_too_much_and_no_more_of_them_than_have_to():
    taken = {1: 100 * MB, 2: 700 * MB, 3: 400 * MB, 4: 90 * MB}
    memory = Memory(600 * MB, taken.__getitem__)
    assert memory.look({"a": 1, "b": 2, "c": 3, "d": 4}) == ["b"]
    assert memory.look({"a": 1, "c": 3, "d": 4}) == []
    taken[4] = 250 * MB
    assert memory.look({"a": 1, "c": 3, "d": 4}) == ["c"]


def test_nobody_gets_a_kernel_for_which_there_is_no_memory_left():
    taken = {1: 0}
    memory = Memory(2 * EACH, taken.__getitem__)
    assert not memory.full()
    for took, full in ((EACH, False), (EACH + 1, True), (0, False)):
        taken[1] = took
        assert memory.look({"a": 1}) == [] and memory.full() == full


def test_where_nobody_knows_how_much_memory_there_is_none_ends():
    memory = Memory(None, lambda pid: 10**12)
    assert memory.look({"a": 1}) == [] and not memory.full()


def test_the_limit_is_what_was_set_or_half_of_what_is_free_also_in_a_container(monkeypatch):
    monkeypatch.setattr(kernel_memory, "_of_machine", lambda: 8000 * MB)
    monkeypatch.setattr(kernel_memory, "of_group", lambda: None)
    assert limit() == 4000 * MB
    monkeypatch.setattr(kernel_memory, "of_group", lambda: 500 * MB)
    assert limit() == 250 * MB
    monkeypatch.setenv("GOVCOURSE_KERNELS_MB", "3000")
    assert limit() == 3000 * MB


def group(root: Path, where: str, **files: object) -> None:
    folder = root / where
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in files.items():
        (folder / name.replace("memory_", "memory.")).write_text(f"{value}\n")


def told(root: Path, lines: str) -> Path:
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(lines)
    return root


def test_a_control_group_has_what_is_left_of_its_limit_and_what_the_system_gives_back(tmp_path):
    root = told(tmp_path, "0::/course.slice/course.service\n")
    group(root, "sys/fs/cgroup/course.slice", memory_max=900, memory_current=500, memory_stat="anon 300\ninactive_file 100")  # fmt: skip
    group(root, "sys/fs/cgroup/course.slice/course.service", memory_max="max", memory_current=400, memory_stat="anon 300\ninactive_file 100")  # fmt: skip
    assert of_group(root) == 500


def test_a_container_s_own_group_stands_at_its_root_and_the_first_version_has_other_names(tmp_path):
    root = told(tmp_path, "4:memory:/docker/1f\n1:cpu,cpuacct:/\n0::/\n")
    group(root, "sys/fs/cgroup/memory", **{"memory_limit_in_bytes": 1000, "memory_usage_in_bytes": 400, "memory_stat": "total_inactive_file 50"})  # fmt: skip
    assert of_group(root) == 650


@pytest.mark.parametrize("lines", ["0::/\n", ""])
def test_a_group_without_a_limit_says_nothing(tmp_path, lines):
    assert of_group(told(tmp_path, lines)) is None
    assert of_group(tmp_path / "no-such-system") is None


def test_a_process_counts_with_its_share_and_one_that_has_ended_with_nothing():
    assert 1 * MB < counted(os.getpid()) < 10_000 * MB
    assert counted(2**22 + 1) == 0
