"""The life and death of forked kernels: as ordinary ones live and die, with nothing shared that is personal."""

import asyncio
import os
import signal
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from govcourse.jupyter.kernels import forked_kernel, provisioner
from jupyter_client import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir

pytestmark = [
    pytest.mark.skipif(bool(provisioner.possible()), reason=f"no fork: {provisioner.possible()}"),
    pytest.mark.usefixtures("forked_kernels"),
]


def runtime_folder():
    """Where the server's kernels have their sockets, too; a test's own folder has too long a name for them."""
    os.makedirs(jupyter_runtime_dir(), mode=0o700, exist_ok=True)
    return jupyter_runtime_dir()


class Kernel:
    """A forked kernel with a client."""

    async def start(self, **options):
        # As the server has them: a port that was free when it was chosen may be another process's when it is bound.
        file = os.path.join(runtime_folder(), f"kernel-{uuid.uuid4()}.json")
        self.manager = AsyncKernelManager(kernel_name="python3", transport="ipc", connection_file=file)
        await self.manager.start_kernel(**options)
        self.client = self.manager.client()
        self.client.start_channels()
        await self.client.wait_for_ready(timeout=60)
        return self

    @property
    def process(self):
        return self.manager.provisioner.process

    async def run(self, code):
        """What the code prints, or the name of its error."""
        printed = []
        reply = await self.client._async_execute_interactive(
            code, timeout=60, output_hook=lambda message: printed.append(message["content"].get("text", ""))
        )
        return "".join(printed).strip() if reply["content"]["status"] == "ok" else reply["content"]["ename"]

    async def stop(self):
        self.client.stop_channels()
        await self.manager.shutdown_kernel(now=True)


def play(story):
    """Runs a story with up to as many kernels as it asks for, and leaves none behind."""

    async def told():
        made = []

        async def kernel(**options):
            made.append(await Kernel().start(**options))
            return made[-1]

        try:
            await story(kernel)
        finally:
            for one in made:
                await one.stop()

    with ThreadPoolExecutor(1) as pool:  # a browser test may have a loop running in this thread
        pool.submit(lambda: asyncio.run(asyncio.wait_for(told(), 120))).result()


def parent():
    return psutil.Process(provisioner.fork_server._parent.pid)


def test_a_kernel_is_a_child_of_the_warm_parent_and_answers():
    async def story(kernel):
        one = await kernel()
        assert isinstance(one.process, provisioner.ForkedProcess)
        assert await one.run("import os; print(os.getppid())") == str(parent().pid)
        assert (
            await one.run("from govcourse import exercise; import sys; print('ipywidgets' in sys.modules)")
            == "True"
        )

    play(story)


def test_a_kernel_has_what_its_cells_compute_with_before_they_ask_for_it():
    async def story(start):
        kernel = await start()
        assert (
            await kernel.run("import sys; print({'pandas', 'altair', 'anywidget'} <= sys.modules.keys())")
            == "True"
        )

    play(story)


def test_a_parent_that_comes_too_late_is_dropped_with_its_answer(monkeypatch):
    mine = provisioner.ForkServer()
    monkeypatch.setattr(provisioner, "START", 0.001)
    with pytest.raises(OSError):
        mine.warm()
    assert mine._parent is None


def test_environment_and_folder_are_the_kernel_s_own(tmp_path):
    async def story(kernel):
        one = await kernel(env={**os.environ, "MINE": "first"}, cwd=str(tmp_path))
        other = await kernel(env={**os.environ, "MINE": "second"})
        ask = "import os; print(os.environ['MINE'], os.getcwd())"
        assert await one.run(ask) == f"first {tmp_path}"
        assert (await other.run(ask)).startswith("second ")

    play(story)


def test_a_kernel_understands_the_options_that_it_is_given_and_keeps_no_history():
    async def story(kernel):
        one = await kernel(extra_arguments=["--InteractiveShell.ast_node_interactivity=all"])
        other = await kernel()
        ask = "s = get_ipython(); print(s.ast_node_interactivity, s.history_manager.enabled)"
        assert (await one.run(ask), await other.run(ask)) == ("all False", "last_expr False")

    play(story)


@pytest.fixture
def own_parent(monkeypatch):
    """A parent for this test alone, with its environment."""
    mine = provisioner.ForkServer()
    monkeypatch.setattr(provisioner, "fork_server", mine)
    yield
    mine.close()


@pytest.mark.parametrize("served", [True, False])
def test_kernels_of_the_course_server_have_no_debugger_and_stand_back_behind_it(monkeypatch, served, request):
    monkeypatch.setenv("GOVCOURSE_SERVER", "http://127.0.0.1:9") if served else None
    request.getfixturevalue("own_parent")

    async def story(kernel):
        one = await kernel()
        ask = "print(getattr(get_ipython().kernel, 'debugger', None) is None)"
        assert await one.run(ask) == str(served)
        assert (
            os.getpriority(os.PRIO_PROCESS, one.process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
        ) == served

    play(story)


def test_a_spare_is_the_kernel_of_whoever_takes_it_and_another_one_comes_in_its_place(own_parent, tmp_path):
    def waiting():
        return {one.pid for one in parent().children() if one.name() == forked_kernel.SPARE}

    async def until(state):
        while not state():
            await asyncio.sleep(0.01)

    async def a_spare(kernel, **options):
        """The kernel of whoever asks once one waits that is ready."""
        while True:
            before = waiting()
            one = await kernel(**options)
            if one.process.pid in before:
                return one

    async def story(kernel):
        provisioner.fork_server.warm(2)
        await until(lambda: len(waiting()) == 2)
        mine, folder = dict(os.environ, WHOSE="mine"), str(tmp_path)
        one = await a_spare(kernel, env=mine, cwd=folder)
        other = await a_spare(kernel, env=dict(os.environ, WHOSE="theirs"))
        told = "import os, random; print(os.environ.get('WHOSE'), os.getcwd(), random.random())"
        assert (await one.run(told)).startswith(f"mine {folder} ")
        assert (await other.run(told)).split()[0] == "theirs"
        assert len({(await each.run(told)).split()[2] for each in (one, other)}) == 2
        assert psutil.Process(one.process.pid).name() == forked_kernel.TAKEN

        await one.manager.restart_kernel(now=True)
        await one.client.wait_for_ready(timeout=60)  # its page is still connected to the same sockets
        assert (await one.run(told)).startswith(f"mine {folder} ")
        await until(lambda: len(waiting()) == 2)

    play(story)
    spares = [psutil.Process(pid) for pid in waiting()]
    provisioner.fork_server.close()
    _, alive = psutil.wait_procs(spares, 20)
    assert spares and not alive


def test_a_kernel_that_takes_too_much_memory_is_told_and_goes_on():
    async def story(kernel):
        one = await kernel(env={**os.environ, "GOVCOURSE_KERNEL_MB": "300"})
        assert await one.run("hoard = bytearray(600_000_000)") == "MemoryError"
        assert await one.run("print(6 * 7)") == "42"

    play(story)


def test_nothing_random_or_open_is_shared():
    async def story(kernel):
        one, other = await kernel(), await kernel()
        for code in (
            "import random; print(random.random())",
            "import uuid; print(uuid.uuid4())",
            "import secrets; print(secrets.token_hex())",
            "import tempfile; print(tempfile.mkdtemp())",
            "import zmq, threading, os; print(id(zmq.Context.instance()), threading.get_native_id(), os.getpid())",
            "from IPython import get_ipython; print(get_ipython().kernel.session.session)",
        ):
            assert await one.run(code) != await other.run(code), code
        files = {}
        for kernel_ in (one, other):
            opened = psutil.Process(kernel_.process.pid)
            files[kernel_] = {
                connection.laddr for connection in opened.net_connections() if connection.status == "LISTEN"
            }
        assert not files[one] & files[other]

    play(story)


def test_the_parent_itself_has_no_thread_no_socket_of_zeromq_and_no_database():
    provisioner.fork_server.warm()
    assert parent().num_threads() == 1
    opened = {
        os.readlink(f"/proc/{parent().pid}/fd/{name}") for name in os.listdir(f"/proc/{parent().pid}/fd")
    }
    assert not any(
        "sqlite" in name or "eventfd" in name or "eventpoll" in name
        for name in opened - {"anon_inode:[eventpoll]"}
    )


def test_a_kernel_is_interrupted_restarted_and_shut_down_as_others_are():
    async def story(kernel):
        one = await kernel()
        running = asyncio.create_task(
            one.run("import time\nprint('begun', flush=True)\nwhile True: time.sleep(0.01)")
        )
        while psutil.Process(one.process.pid).cpu_times().user < 0.01:
            await asyncio.sleep(0)
        await asyncio.sleep(0.3)  # until the loop runs; what follows waits for states
        await one.manager.interrupt_kernel()
        assert await running == "KeyboardInterrupt"
        first = one.process.pid
        await one.manager.restart_kernel(now=True)
        await one.client.wait_for_ready(timeout=60)
        assert one.process.pid != first and not psutil.pid_exists(first)
        last = one.process
        one.client.shutdown()
        assert await asyncio.to_thread(last.wait, 30) == 0

    play(story)


@pytest.mark.parametrize(
    ("how", "status"),
    [("import os; os._exit(7)", 7), ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -9)],
)
def test_how_a_kernel_ended_is_known(how, status):
    async def story(kernel):
        one = await kernel()
        process = one.process
        one.client.execute(how)
        assert await asyncio.to_thread(process.wait, 30) == status
        assert process.poll() == status and not psutil.pid_exists(process.pid)

    play(story)


def test_kernels_outlive_a_parent_that_died_and_the_next_ones_get_a_new_one():
    async def story(kernel):
        one = await kernel()
        old = parent().pid
        os.kill(old, signal.SIGKILL)
        psutil.wait_procs([psutil.Process(old)], timeout=10)
        assert await one.run("print(6 * 7)") == "42"
        other = await kernel()
        assert parent().pid != old and await other.run("print(6 * 7)") == "42"
        process = one.process
        one.client.execute("import os; os._exit(3)")
        await asyncio.to_thread(process.wait, 30)  # nobody is left to say how, but that is known
        assert process.returncode is not None

    play(story)


@pytest.mark.long
def test_many_kernels_come_and_go_and_leave_no_process_no_zombie_and_no_file():
    async def story(kernel):
        first = await kernel()
        await first.stop()
        before = (len(psutil.Process().open_files()), psutil.Process().num_fds(), parent().num_fds())
        for _ in range(5):
            several = await asyncio.gather(*(Kernel().start() for _ in range(8)))
            processes = [one.process for one in several]
            await asyncio.gather(*(one.stop() for one in several))
            for process in processes:
                await asyncio.to_thread(process.wait, 30)
        assert parent().children() == []
        assert psutil.Process().num_fds() - before[1] <= 24  # ZeroMQ's context keeps some of its own
        assert parent().num_fds() == before[2]

    play(story)


def test_kernels_end_with_the_process_that_asked_for_them():
    code = (
        "import os, time\n"
        "from govcourse.jupyter.kernels.provisioner import fork_server\n"
        "import json, tempfile\n"
        "from jupyter_client.connect import write_connection_file\n"
        "file, _ = write_connection_file(os.path.join(tempfile.mkdtemp(), 'k.json'))\n"
        "made = fork_server.spawn(['-f', file], dict(os.environ), os.getcwd())\n"
        "print(made.pid, fork_server._parent.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    server = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    kernel, warm = (psutil.Process(int(one)) for one in server.stdout.readline().split())
    server.kill()
    server.wait()
    gone, alive = psutil.wait_procs([kernel, warm], timeout=30)
    assert alive == []


def test_where_kernels_cannot_be_forked_they_are_started_the_stock_way(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_FORK", "0")

    async def story(kernel):
        one = await kernel()
        assert isinstance(one.process, subprocess.Popen)
        assert await one.run("print(6 * 7)") == "42"

    play(story)
    monkeypatch.delenv("GOVCOURSE_FORK")
    monkeypatch.setattr(provisioner.sys, "platform", "darwin")
    assert "no fork" in provisioner.possible()
