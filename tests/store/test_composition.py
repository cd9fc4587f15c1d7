"""The program put together: a first start on an empty folder, the office's own files, what is loaded."""

import subprocess
import sys
from pathlib import Path

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.models import Collaboration
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.partners import PartnerDraft

HEAVY = {"reportlab", "xlsxwriter", "alembic", "openpyxl", "PySide6"}


def test_a_first_start_has_the_list_and_a_second_has_what_was_done(
    folder: DataFolder, clock: FixedClock
) -> None:
    first = build(folder, clock=clock)
    heard: list[Touched] = []
    first.subscribe(heard.extend)
    assert len(first.services.collaborations.list(2018)) == 168
    made = first.services.partners.add(PartnerDraft(name="朝市の会"))
    first.services.drafts.save("partner", made, {"name": "書きかけ", "rows": [1, None]})
    first.services.settings.set("clerk_name", " 西田 ")
    first.services.partners.confirm(made)
    assert heard[0] == Touched("partner", made)
    first.close()

    second = build(folder, clock=clock)
    services = second.services
    assert services.partners.get(made).name == "朝市の会"
    assert services.drafts.load("partner", made) == {"name": "書きかけ", "rows": [1, None]}
    assert services.history.of("partner", made)[0].who == "西田"
    services.drafts.save("partner", made, {"name": "別"})
    assert services.drafts.load("partner", made) == {"name": "別"}
    services.drafts.drop("partner", made)
    services.drafts.drop("partner", made)
    assert services.drafts.load("partner", made) is None
    assert services.settings.get("clerk_name", "") == " 西田 "
    assert services.settings.get("contact_block", "なし") == "なし"
    second.close()


def test_a_second_start_changes_nothing_in_the_file(folder: DataFolder, clock: FixedClock) -> None:
    build(folder, clock=clock).close()
    before = folder.database.read_bytes()
    build(folder, clock=clock).close()
    build(folder, clock=clock, read_only=True).close()
    assert folder.database.read_bytes() == before


def test_search_keys_of_an_older_recipe_are_made_anew_at_a_start(
    folder: DataFolder, clock: FixedClock
) -> None:
    first = build(folder, clock=clock)
    with first.store.seeding() as session:
        entry = session.get_one(Collaboration, 1)
        entry.full_key, entry.key_version = "", 0
    first.close()
    second = build(folder, clock=clock)
    assert second.services.collaborations.get(1).full_key
    second.close()


def test_the_offices_own_files_stand_before_the_shipped_ones(folder: DataFolder, clock: FixedClock) -> None:
    folder.overrides.mkdir(parents=True)
    shipped = resources.read_text("departments.toml")
    own = shipped.replace("departments = [", 'departments = ["新しい課", ')
    (folder.overrides / "departments.toml").write_text(own, encoding="utf-8")
    composition = build(folder, clock=clock)
    try:
        assert composition.services.collaborations.departments()[0] == "新しい課"
    finally:
        resources.use_overrides(Path("nowhere"))
        composition.close()


def test_a_start_loads_nothing_that_only_printing_exporting_or_upgrading_needs(folder: DataFolder) -> None:
    code = """
import sys
from pathlib import Path
from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
composition = build(DataFolder(Path(sys.argv[1])), clock=SystemClock())
composition.services.collaborations.list(2018)
composition.services.history.can_undo()
composition.close()
print(*{name.partition(".")[0] for name in sys.modules})
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder.root)], capture_output=True, encoding="utf-8", check=True
    )
    assert not HEAVY & set(done.stdout.split())
