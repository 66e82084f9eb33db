"""A kernel's manager shares with all others what need not be made for each."""

import threading

import zmq.asyncio
from govcourse.server.kernel_manager import KernelManager

from tests.once import awaited


def client_of(manager, folder):
    manager.connection_file = str(folder / "kernel.json")
    manager.transport, manager.ip = "ipc", str(folder / "kernel")
    manager.write_connection_file()
    return manager.client()


def test_a_page_s_client_has_neither_threads_nor_a_context_of_its_own(tmp_path):
    async def come_and_go():
        before = threading.active_count()
        client = client_of(KernelManager(), tmp_path)
        client.start_channels()
        assert client.shell_channel.is_alive() and threading.active_count() == before
        client.stop_channels()
        assert client.context is zmq.asyncio.Context.instance() and not client.context.closed

    awaited(come_and_go())


def test_schemas_of_events_are_checked_once_for_all_kernels():
    assert KernelManager().event_logger is KernelManager().event_logger
    assert KernelManager().event_logger.schemas.schema_ids
