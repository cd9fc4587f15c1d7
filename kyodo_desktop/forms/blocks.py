"""What a paper is made of: blocks from top to bottom, in mm. `printing` draws them; they know no drawing.

A *pattern* is a text with places: `"{title}"`, `"{starts_on}から{ends_on}まで"`. What follows a colon says
how: `{amount:kin}` 金100,000円, `{amount:plain}` 100,000, `{way:ticks}` every choice with its box, the chosen
ticked, `{mark:given}` what was chosen, and nothing of the choices on a blank paper.
A place that has no value is room to write in. A *text name* names one of the form's `wording`.
"""

from dataclasses import dataclass
from enum import Enum

from kyodo_desktop.base.i18n import N_


class Paper(Enum):
    """A sheet: its size, and the text area's left, right, top and bottom edge."""

    A4 = (210.0, 297.0, 25.0, 190.0, 20.0, 277.0)
    A4_LANDSCAPE = (297.0, 210.0, 20.0, 277.0, 20.0, 190.0)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.value[0], self.value[1]

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of the text area."""
        return self.value[2], self.value[3], self.value[4], self.value[5]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One thing on a paper.

    `at` is where it stands on the first page if what is above leaves it room: the optical centre of its
    first line, or its frame's top. Without it, it follows `gap` mm below. `only` names a choice and the keys
    for which it is printed at all (on a blank paper it always is).
    """

    at: float | None = None
    gap: float | None = None
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicantLine:
    """One line of who applies: label, pattern, so many writing lines, the seal's place."""

    label: str
    pattern: str
    lines: int = 1
    postal_code: str = ""
    """The field with the postal code, written before the first line."""
    seal: bool = False


APPLICANT = (
    ApplicantLine(N_("所在地"), "{address}", lines=2, postal_code="postal_code"),
    ApplicantLine(N_("団体名"), "{partner_name}"),
    ApplicantLine(N_("代表者職・氏名"), "{representative}", seal=True),
    ApplicantLine(N_("電話番号"), "{phone}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationHead(Block):
    """Date, 小平市長　様, and who applies (label before it) on lines to write on."""

    date: str = "applied_on"
    role: str = N_("申請者")
    lines: tuple[ApplicantLine, ...] = APPLICANT


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead(Block):
    """文書番号, date, addressee, and the city's 職名 and name with the place of its seal.

    `person` may be empty (御中 follows the name then).
    """

    number: str = "document_number"
    date: str = "issued_on"
    name: str = "partner_name"
    person: str = "representative"
    sender: str = ""
    """Another sender than the template's: a text name, or a pattern as `"{department}長"`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Block):
    """The template's title, centred, or spread over so many mm."""

    size: float = 14.0
    spread: float = 0.0
    blanks: tuple[tuple[str, str], ...] = ()
    """As in `Body`."""


@dataclass(frozen=True, slots=True)
class Body(Block):
    """Sentences, justified, first lines one letter in: a text name, or a pattern."""

    text: str = "body"
    blanks: tuple[tuple[str, str], ...] = ()
    """What stands for a field that has no value, e.g. `("fiscal_year", N_("令和　　　　年度"))`."""
    indent: bool = True
    size: float = 10.5


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item below 記: label, then its value.

    `lines` writing lines stand under the value, `width` mm wide. `text` names a wording whose lines are
    numbered （１）…; `rows` a rows field whose rows print as `pattern`, numbered so. `optional` items are
    left out, and the numbers close up, when they have no value on a filled paper. `prefix` and `suffix`
    begin and end an empty writing line. `only` is a block's; `blanks` are what stands in empty places.
    """

    label: str
    pattern: str = ""
    lines: int = 0
    width: float = 0.0
    text: str = ""
    rows: str = ""
    optional: bool = False
    at: float | None = None
    prefix: str = ""
    suffix: str = ""
    only: tuple[str, ...] = ()
    blanks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ki(Block):
    """記, numbered items, and 以上 (`closed`). Without `headed` the items stand alone."""

    items: tuple[Item, ...] = ()
    value_left: float = 60.6
    label_width: float = 22.2
    first: float = 13.0
    """From 記 to the first item."""
    pitch: float = 9.7
    """From an item's last line to the next item."""
    headed: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class WritingLine:
    """A label and its value on a line to write on."""

    label: str
    pattern: str


@dataclass(frozen=True, slots=True)
class WritingLines(Block):
    """Labels spread over `label_width`, each with a line from `left` to the margin (or `right`)."""

    lines: tuple[WritingLine, ...] = ()
    label_width: float = 22.0
    left: float = 50.0
    right: float = 0.0
    pitch: float = 10.0


@dataclass(frozen=True, slots=True)
class Box:
    """A label's cell and its value's cell; widths of 0 share what is left of the row."""

    label: str
    pattern: str
    label_width: float = 30.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class BoxRow:
    """Boxes side by side, at least `height` mm high; they grow, and flow over the pages."""

    boxes: tuple[Box, ...]
    height: float = 9.0


@dataclass(frozen=True, slots=True)
class Boxes(Block):
    """A framed table of labelled boxes."""

    rows: tuple[BoxRow, ...] = ()
    heading: str = ""
    size: float = 10.0


class Place(Enum):
    """Where a cell's text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    r"""A column `width` mm wide: the pattern of its cells, and its head (`\\n` breaks it).

    `spread` spreads short words over so many mm. `grouped` merges equal neighbours. `over` stands above all
    neighbours with the same `over`. `total` sums its amounts in the last row. `story` is for sentences:
    they keep their size, and the row grows.
    """

    head: str
    pattern: str
    width: float
    place: Place = Place.LEFT
    spread: float = 0.0
    grouped: bool = False
    over: str = ""
    total: bool = False
    size: float = 0.0
    """Another size than the table's."""
    story: bool = False


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table of a rows field.

    Without rows it shows `empty` ones to write in, or the `fixed` ones (their words by column, from the
    left). `total` is the last row's label, under a double rule. `head_height` 0 leaves the head out.
    """

    rows: str = ""
    columns: tuple[Column, ...] = ()
    heading: str = ""
    unit: str = ""
    total: str = ""
    fixed: tuple[tuple[str, ...], ...] = ()
    empty: int = 5
    height: float = 9.0
    empty_height: float = 9.0
    head_height: float = 8.0
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class Grid(Block):
    """A table whose rows are fixed: one tuple of patterns a row. For 変更前・変更後, roles, evaluations."""

    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    heading: str = ""
    unit: str = ""
    height: float = 9.0
    head_height: float = 8.0
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class Ticks(Block):
    """Sentences with a box before each, ticked where its check field is true: (field, sentence)."""

    rows: tuple[tuple[str, str], ...] = ()
    pitch: float = 8.0


@dataclass(frozen=True, slots=True)
class Ruled(Block):
    """A heading and ruled lines to write on; what is given stands on them, on as many as it needs."""

    label: str = ""
    pattern: str = ""
    lines: int = 4
    pitch: float = 9.0


@dataclass(frozen=True, slots=True)
class Party:
    """One who signs: 甲, and lines of label and pattern. The one with `seal` has the place of a seal."""

    role: str
    lines: tuple[tuple[str, str], ...]
    seal: bool = True


@dataclass(frozen=True, slots=True)
class SignatureLines(Block):
    """Where 甲 and 乙, or those who have read it, sign; kept together on one page."""

    parties: tuple[Party, ...] = ()
    date: str = ""
    """The field of the day that stands above them."""
    text: str = ""
    """The text name of the sentence that stands above the day, on the same page."""
    left: float = 78.0


@dataclass(frozen=True, slots=True)
class Articles(Block):
    """第１条 … : text names in order. The wording's label is the heading （目的）; an empty text is left out.

    Each line of a text is a paragraph; from the second on they are numbered ２, ３ by the office's own words.
    """

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactBlock(Block):
    """問合せ先 at the lower right, between two rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes(Block):
    """The template's notes, small, under 注."""

    label: str = N_("注")


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading in ゴシック; it never stands alone at a page's foot."""

    text: str = ""
    size: float = 10.5


@dataclass(frozen=True, slots=True)
class Space(Block):
    """Nothing, `height` mm high."""

    height: float = 5.0


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """The rest goes on a new page."""


@dataclass(frozen=True, slots=True)
class ReceptionBox:
    """受付欄 at the foot of the first page, which the city fills in; holds the sheet's QR code."""

    top: float = 241.0
    note: str = N_("※　下の欄は、市が記入します。")


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper from top to bottom. `number` prints 様式第　　　号; `caution` 取扱注意 (personal data).

    `tallies` draws the places of 捨印 and 割印 at the head of a contract. `code_above` puts an issued sheet's
    code beside the title of the first page, for a paper that needs that page to its foot.
    """

    blocks: tuple[Block, ...]
    foot: ReceptionBox | None = None
    paper: Paper = Paper.A4
    number: bool = True
    caution: bool = False
    tallies: bool = False
    code_above: bool = False
