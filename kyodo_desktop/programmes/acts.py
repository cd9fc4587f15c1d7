"""The kinds of act that a case may hold: what is asked of each, declared once for screens, papers and stages.

Which of them a stage offers, and which it needs, stands in the programme's file. The fields bear the names
of the papers' fields, so that what is recorded once fills every paper.
"""

from collections.abc import Mapping

from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.programmes.acts_after import AFTER
from kyodo_desktop.programmes.acts_before import BEFORE

ACT_KINDS: Mapping[str, ActKind] = {kind.key: kind for kind in (*BEFORE, *AFTER)}
"""Every kind by its key, in the order in which a case meets them."""
