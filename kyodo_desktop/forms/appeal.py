"""教示: what a letter that refuses or takes back tells of the ways against it (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Text

APPEAL = Text(
    "appeal",
    N_("教示"),
    N_(
        "（教示）\n"
        "１　この決定に不服があるときは、この決定があったことを知った日の翌日から起算して３か月以内に、"
        "小平市長に対して審査請求をすることができます。\n"
        "２　この決定の取消しの訴えは、この決定があったことを知った日の翌日から起算して６か月以内に、"
        "小平市を被告として（訴訟において小平市を代表する者は、小平市長です。）提起することができます。"
    ),
)
"""Under the Administrative Complaint Review Act and the Administrative Case Litigation Act."""
