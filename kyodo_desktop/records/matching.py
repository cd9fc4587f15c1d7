"""Partners that look like the same one (名寄せ); a person decides."""

from dataclasses import dataclass

from kyodo_desktop.records.partners import PartnerRecord


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two partners that may be the same, and all that speaks for it, the surest first.

    `doubtful` where nothing but a hint does (要確認).
    """

    first: PartnerRecord
    second: PartnerRecord
    reasons: tuple[str, ...]
    doubtful: bool = False

    @property
    def reason(self) -> str:
        """All the reasons as one text."""
        return "".join(self.reasons)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A partner of the register that what is being typed looks like."""

    partner: PartnerRecord
    reason: str
    doubtful: bool = False
