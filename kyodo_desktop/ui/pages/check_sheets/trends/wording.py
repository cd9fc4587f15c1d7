"""How counts are put into words and short figures. No Qt."""

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.trends import Aspect, Share

PURPOSE = N_(
    "見方が分かれやすい項目を知り、次の話し合いに生かすための図です。点をつけたり、順位を決めたりするものではありません。"
)
SHORT_ASPECTS: dict[Aspect, str] = {
    Aspect.BEFORE: N_("事業前"),
    Aspect.AFTER: N_("事業後"),
    Aspect.DRIFT: N_("変化"),
    Aspect.TALKED: N_("話し合い"),
    Aspect.EVALUATION: N_("評価のちがい"),
}
FOUND_WORDS: dict[Aspect, tuple[str, str]] = {
    Aspect.BEFORE: (N_("ちがった"), N_("同じだった")),
    Aspect.AFTER: (N_("ちがった"), N_("同じだった")),
    Aspect.DRIFT: (N_("変わった"), N_("変わらなかった")),
    Aspect.TALKED: (N_("決めたことを書いた"), N_("書いていない")),
    Aspect.EVALUATION: (N_("ちがった"), N_("同じだった")),
}
"""What a full box and an empty one say."""
NO_SHEETS = N_(
    "団体と市の両方が記入したチェックシートがたまると、年度ごとに、どの項目で見方が分かれたかが分かります。"
)
NO_PARTNER = N_("台帳からさがして選ぶと、その団体のシートと評価だけを数えます。")
NO_MATCH = N_("この範囲には、比べられるものがありません。団体・課・年度や、見るものを変えてください。")


def short_share(share: Share) -> str:
    """Return 3／7, or a dash where there is nothing to compare."""
    return _("{n}／{of}").format(n=share.found, of=share.of) if share.of else _("－")


def papers_words(papers: int, aspect: Aspect) -> str:
    """Return how many papers a year has: シート 7枚."""
    if aspect is Aspect.EVALUATION:
        return _("評価 {n}件").format(n=papers)
    return _("シート {n}枚").format(n=papers)
