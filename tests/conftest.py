"""Before any test touches Qt: the singletons are held, as the program itself does (`ui/singletons.py`)."""

import kyodo_desktop.ui

__all__ = ["kyodo_desktop"]
