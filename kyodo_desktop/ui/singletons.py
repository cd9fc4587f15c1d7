"""Keeps None, True and False alive under PySide6 6.12 on Python 3.11.

The wheels of PySide6 6.12.0 are built as if these were immortal, which they are only from Python 3.12 on.
On 3.11 every call into Qt that returns None takes one reference to None away without having one to give
(6.11.3 does not), and after some thousand calls the interpreter aborts with "none_dealloc". So they are given
more references here than a program can ever use up.
"""

import ctypes
import sys

_SINGLETONS = (None, True, False, NotImplemented, Ellipsis)
_FIRST_IMMORTAL = (3, 12)


def hold_singletons() -> None:
    """Give the singletons a reference count that no number of calls brings down to nothing."""
    if sys.version_info >= _FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    for value in _SINGLETONS:
        if sys.getrefcount(value) < sys.maxsize // 4:
            # The count is the first field of every object (PyObject_HEAD).
            ctypes.c_ssize_t.from_address(id(value)).value += sys.maxsize // 2
