"""Finds the forms: every module of this package that has a `FORM`, or makes one (`make_form`).

A form is made where its fields follow from a data file, which the office may have one more of.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from kyodo_desktop import forms
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.form import Form


def all_forms() -> tuple[Form, ...]:
    """Return every form there is, by key.

    Raises:
        ResourceError: none was found (a packaged program that lost them would otherwise stay silent).
    """
    found = [_form(module) for module in _modules(tuple(forms.__path__))]
    if not found:
        raise ResourceError(
            _("様式がひとつも見つかりません。プログラムを入れ直してください。データは無事です。")
        )
    return tuple(sorted(found, key=lambda form: form.key))


@cache
def _modules(path: tuple[str, ...]) -> tuple[ModuleType, ...]:
    names = [module.name for module in pkgutil.iter_modules(path)]
    modules = [import_module(f"{forms.__name__}.{name}") for name in names]
    return tuple(
        module
        for module in modules
        if hasattr(module, "make_form") or isinstance(getattr(module, "FORM", None), Form)
    )


def _form(module: ModuleType) -> Form:
    form: Form = module.make_form() if hasattr(module, "make_form") else module.FORM
    return form


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
