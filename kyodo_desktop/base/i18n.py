"""Words the clerk sees. Japanese is the source language: the msgid is the Japanese text itself.

`_()` translates where it stands; `N_()` only marks a text that is declared here and translated later.
"""

import gettext

DOMAIN = "kyodo_desktop"

_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Translate into `language` from here on; Japanese where the catalogue has no text."""
    from kyodo_desktop.base import resources  # its own errors are translated here

    global _translation  # noqa: PLW0603 - one language a process, chosen at start
    _translation = gettext.translation(
        DOMAIN, localedir=str(resources.locale_folder()), languages=[language], fallback=True
    )


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return _translation.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark `message` for the catalogue and return it unchanged."""
    return message
