"""A process of its own for work that a thread would do at everybody's expense.

A process has a core to itself; a thread shares the interpreter with the storing of the rows, and with every other
request meanwhile. The process ends with the import, and with this process if that is killed.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def own_process(begin: Callable[..., None], *arguments: Any) -> ProcessPoolExecutor:
    """One process that has called begin(*arguments) before its first task; whoever asked for it shuts it down.

    What begin raises ends the process, and every task with BrokenProcessPool.
    """
    return ProcessPoolExecutor(
        1,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(begin, arguments),
    )


def _begin(begin: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
