"""Finds the forms: every module of this package that has a `FORM`."""

import pkgutil
from functools import cache
from importlib import import_module

from kyodo_desktop import forms
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.form import Form


@cache
def all_forms() -> tuple[Form, ...]:
    """Return every form there is, by key.

    Raises:
        ResourceError: none was found (a packaged program that lost them would otherwise stay silent).
    """
    names = [module.name for module in pkgutil.iter_modules(forms.__path__)]
    modules = [import_module(f"{forms.__name__}.{name}") for name in names]
    found = [module.FORM for module in modules if isinstance(getattr(module, "FORM", None), Form)]
    if not found:
        raise ResourceError(
            _("様式がひとつも見つかりません。プログラムを入れ直してください。データは無事です。")
        )
    return tuple(sorted(found, key=lambda form: form.key))


def find_form(key: str) -> Form:
    """Return the form of that key.

    Raises:
        NotFoundError: there is none; the sentence names those there are.
    """
    for form in all_forms():
        if form.key == key:
            return form
    keys = "、".join(form.key for form in all_forms())
    raise NotFoundError(_("様式「{key}」はありません。あるのは {keys} です。").format(key=key, keys=keys))
