"""Why the system refused a file, in the clerk's language: the system's own words are English on Linux."""

import errno
import json

from kyodo_desktop.base.i18n import N_, _

_REASONS = {
    errno.ENOENT: N_("ありません"),
    errno.EISDIR: N_("フォルダーです"),
    errno.ENOTDIR: N_("途中がフォルダーではありません"),
    errno.EEXIST: N_("同じ名前のファイルがあります"),
    errno.EACCES: N_("許されていない場所です"),
    errno.EPERM: N_("許されていない場所です"),
    errno.EROFS: N_("書きこめない場所です"),
    errno.ENOSPC: N_("ディスクに空きがありません"),
    errno.ENAMETOOLONG: N_("名前が長すぎます"),
    errno.EIO: N_("ディスクか通信の誤りです"),
}


def reason_of(error: OSError) -> str:
    """Return the reason in words; the system's own where it is none of the common ones."""
    words = _REASONS.get(error.errno or 0)
    return _(words) if words is not None else error.strerror or str(error)


def json_reason(error: ValueError | RecursionError) -> str:
    """Return why a text is no JSON: the line and the letter at which it stops being some."""
    if isinstance(error, json.JSONDecodeError):
        return _("{line}行目の{column}文字目から形が違います").format(line=error.lineno, column=error.colno)
    if isinstance(error, UnicodeDecodeError):
        return _("UTF-8 の文字ではありません")
    return _("入れ子が深すぎるか、数が長すぎます")
