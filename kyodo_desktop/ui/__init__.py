"""The window; the only user of Qt beside `app`."""

from kyodo_desktop.ui.singletons import hold_singletons

hold_singletons()
