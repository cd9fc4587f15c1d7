"""A partner of which the office knows everything."""

from datetime import date

from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer, PartnerProfile, ProfileAnswer
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation

KNOWN_WELL = PartnerDraft(
    name="ＮＰＯ法人　葛\U000e0100飾　髙﨑の会",
    kana="トクテイヒエイリカツドウホウジンカツシカタカサキノカイ",
    kind=PartnerKind.CITIZEN_GROUP,
    representative="代表　髙﨑　一郎",
    phone="042-346-9809",
    email="info@example.jp",
    postal_code="1870032",
    address="東京都小平市小川町２－１３３３",
    note="月末は留守",
    short_name="かつたか",
    former_names=("葛飾を歩く会", "高崎同好会"),
    legal_form="npo",
    legal_form_position="before",
    corporate_number="7000012050002",
    activity_fields=(3, 6, 13),
    established_on=date(1998, 12, 1),
    members=42,
    members_in_city=30,
    website="https://www.example.jp/katsushika?page=1",
    bylaws_seen_on=date(2026, 4, 1),
    roster_seen_on=date(2026, 4, 2),
    asupia_registered=True,
    musubu_listed=True,
    tags=("散歩", "歴史"),
    contacts=(
        PartnerContact("事務局", "斎藤　花", "042-341-0015", "042-341-0016", "office@example.jp", "夜のみ"),
        PartnerContact("会計", "渡邉　次郎", "090-1234-5678"),
    ),
    officers=(
        PartnerOfficer("会計", "渡邉　次郎", "ワタナベジロウ", date(2020, 4, 1)),
        PartnerOfficer("会長", "山本　三郎", "ヤマモトサブロウ", date(2020, 4, 1), date(2024, 3, 31)),
        PartnerOfficer("会長", "髙﨑　一郎", "タカサキイチロウ", date(2024, 4, 1)),
    ),
    profile=PartnerProfile(
        purpose="まちを歩いて、まちを知る。",
        achievements="平成30年から毎月",
        public_interest="だれでも加われる",
        non_profit="残りは次の年へ",
        voluntariness="会員が自分で決める",
        finances="会費と寄附",
        organisation="総会は年1回",
        asked=(
            ProfileAnswer("voluntariness", Confirmation.CONFIRMED, "会則", "西田", date(2026, 4, 1)),
            ProfileAnswer("accounting", Confirmation.NOT_MET, "決算書がない"),
        ),
    ),
    public_fields=frozenset({"kana", "activity_fields", "website", "profile.purpose"}),
)
