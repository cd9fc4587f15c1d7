"""What a selection looks at: examples of ours （仮）, for the handbook names no criteria."""

from kyodo_desktop.base.i18n import N_

FULL = "５"
"""The most points of one criterion, before its weight."""

CRITERIA = (
    (N_("公益性"), N_("多くの市民の利益になるか"), "３"),
    (N_("必要性"), N_("地域の課題をとらえているか"), "３"),
    (N_("実現性"), N_("計画や人員に無理がないか"), "３"),
    (N_("協働の必要性・効果"), N_("市と行うと効果が高まるか"), "３"),
    (N_("役割分担"), N_("団体と市の役割が明らかか"), "２"),
    (N_("費用の妥当性"), N_("見積りは適正か"), "２"),
    (N_("発展性・継続性"), N_("次年度以降につながるか"), "２"),
    (N_("団体の体制"), N_("体制と実績があるか"), "２"),
)
"""Criterion, what is asked, weight; 100 points in all."""
