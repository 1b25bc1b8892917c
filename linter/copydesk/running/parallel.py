"""Many files on many processors, with the same results in the same order as one after another."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from copydesk.report.run import FileResult, failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

Work = Callable[[str], FileResult]

#: Fewer files than this are checked in this process: others take longer to start than they save.
FEW = 40
#: Files that a process is given at a time, at most.
CHUNK = 32
#: Chunks under way or waiting for each process; what is done out of turn waits in memory, so there are few.
AHEAD = 3

_work: Work


def run_files(paths: Sequence[str], work: Work, jobs: int | None = None) -> Iterator[FileResult]:
    """`work(path)` for each path, in order, as they come; `jobs` processes at most, all processors by default.

    `work` is called in this process for few files, and picklable for more; each process gets it once, so it
    may keep what it builds. A file that brings its process down gives an error in its result, and the others
    are checked all the same. On an interruption, or when the caller stops asking, the processes are ended.
    """
    jobs = jobs or processors()
    if jobs == 1 or len(paths) < FEW or not _may_start_processes():
        return (_one(work, path) for path in paths)
    return _in_processes(paths, work, jobs)


def processors() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _one(work: Work, path: str) -> FileResult:
    try:
        return work(path)
    except Exception as error:
        return failure(path, "internal-error", f"{type(error).__name__}: {error}; please report this")


def _may_start_processes() -> bool:
    """Whether this system has process pools, and this process may have children."""
    try:
        import multiprocessing
        import multiprocessing.synchronize
    except ImportError:
        return False
    return not multiprocessing.current_process().daemon


def _in_processes(paths: Sequence[str], work: Work, jobs: int) -> Iterator[FileResult]:
    """Results chunk by chunk. A pool that breaks is replaced, and the chunk it broke on is done file by file."""
    from concurrent.futures.process import BrokenProcessPool

    size = min(CHUNK, -(-len(paths) // (jobs * AHEAD)))
    chunks = deque(paths[i : i + size] for i in range(0, len(paths), size))
    with _Pool(work, jobs) as pool:
        while chunks:
            try:
                for results in pool.run(chunks, jobs * AHEAD):
                    chunks.popleft()
                    yield from results
            except BrokenProcessPool:
                yield from _with_care(chunks.popleft(), work)
            except OSError:
                while chunks:
                    yield from (_one(work, path) for path in chunks.popleft())


def _with_care(paths: Sequence[str], work: Work) -> Iterator[FileResult]:
    """Each file in a process of its own, which it may bring down."""
    from concurrent.futures.process import BrokenProcessPool

    with _Pool(work, 1) as pool:
        for path in paths:
            try:
                for results in pool.run(deque([[path]]), 1):
                    yield from results
            except BrokenProcessPool:
                yield failure(path, "internal-error", "This file brought its process down; please report this")


class _Pool:
    """A process pool that can be started again, and that ends its processes when it is left."""

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._others: Sequence[BaseProcess] = ()

    def __enter__(self) -> _Pool:
        return self

    def run(self, chunks: deque[Sequence[str]], ahead: int) -> Iterator[list[FileResult]]:
        """The results of each chunk, in order, at most `ahead` chunks asked for at a time."""
        from itertools import islice

        waiting: deque[Future[list[FileResult]]] = deque()
        todo = iter(tuple(chunks))
        try:
            with _held_interruption():
                executor = self._start()
                waiting.extend(executor.submit(_run_chunk, chunk) for chunk in islice(todo, ahead))
            while waiting:
                results = waiting.popleft().result()
                waiting.extend(executor.submit(_run_chunk, chunk) for chunk in islice(todo, 1))
                yield results
        except BaseException:
            self._stop()
            raise

    def _start(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import active_children

        if self._executor is None:
            self._others = active_children()
            self._executor = ProcessPoolExecutor(self._jobs, initializer=_begin, initargs=(self._work,))
        return self._executor

    def _stop(self) -> None:
        """End the processes now, whatever they are at."""
        from multiprocessing import active_children

        executor, self._executor = self._executor, None
        if executor is not None:
            for process in active_children():
                if process not in self._others:
                    process.terminate()
            # A process that is ended while it writes leaves half a result, and its reader would wait for the rest.
            executor._result_queue._writer.close()  # type: ignore[attr-defined]
            executor.shutdown(cancel_futures=True)

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)


@contextmanager
def _held_interruption() -> Iterator[None]:
    """Keep an interruption waiting: one that comes while processes start would leave some of them behind."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Work) -> None:
    """In a new process: keep the work; leave interruptions to the parent, and end when it ends."""
    import signal
    from threading import Thread

    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run_chunk(paths: Sequence[str]) -> list[FileResult]:
    return [_one(_work, path) for path in paths]
