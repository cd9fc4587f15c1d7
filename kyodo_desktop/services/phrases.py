"""決まり文句: stock sentences per letter and outcome, shipped ones and the office's own."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.places import PLACE, places_in
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.models import Phrase
from kyodo_desktop.records.phrases import FilledPhrase, PhraseDraft
from kyodo_desktop.records.phrases import Phrase as PhraseRecord
from kyodo_desktop.services.partner_texts import one_line
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.phrase_records import (
    fill_phrase,
    outcomes_of,
    places_known,
    read_own_phrases,
    shipped_phrases,
    suited,
)
from kyodo_desktop.services.template_records import read_template
from kyodo_desktop.store import Store

MOST_LETTERS = 40
"""A title longer than this does not fit the menu that it stands in."""


class PhrasesService:
    """What can be asked of stock sentences, and done to the office's own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def list(self) -> tuple[PhraseRecord, ...]:
        """Return the office's own sentences in their order, then the shipped ones."""
        with self._store.reading() as session:
            return (*read_own_phrases(session, Phrase.deleted_at.is_(None)), *shipped_phrases())

    def of(self, form_key: str, outcome: str | None = None) -> tuple[PhraseRecord, ...]:
        """Return the sentences for a paper and an outcome (None: whichever), those for it alone first."""
        with self._store.reading() as session:
            own = read_own_phrases(session, Phrase.deleted_at.is_(None))
        return suited((*own, *shipped_phrases()), form_key, outcome)

    def outcomes(self, form_key: str = "") -> tuple[tuple[str, str], ...]:
        """Return key and label of the outcomes a sentence can be for.

        Raises:
            NotFoundError: there is no such form.
        """
        return outcomes_of(form_key)

    def places(self, form_key: str = "") -> tuple[tuple[str, str], ...]:
        """Return name and label of the places a sentence may have.

        Raises:
            NotFoundError: there is no such form.
        """
        return tuple(places_known(form_key).items())

    def filled(self, form_key: str, text: str, values: Mapping[str, Any]) -> FilledPhrase:
        """Return a sentence as it will stand on a paper that is filled in with `values`.

        Raises:
            NotFoundError: there is no such form.
        """
        form = catalogue.find_form(form_key)
        with self._store.reading() as session:
            template = read_template(session, form, fiscal_year(self._store.clock.today()))
        return fill_phrase(form, template, values, text)

    def specimen(self, form_key: str, text: str) -> str:
        """Return a sentence with the labels of its places: 〔事業の名称〕.

        Raises:
            NotFoundError: there is no such form.
        """
        labels = places_known(form_key)
        return PLACE.sub(lambda match: f"〔{labels[match[1]]}〕" if match[1] in labels else match[0], text)

    def discarded(self) -> tuple[PhraseRecord, ...]:
        """Return the sentences in the wastebasket."""
        with self._store.reading() as session:
            return read_own_phrases(session, Phrase.deleted_at.is_not(None))

    # Doing

    def add(self, draft: PhraseDraft) -> int:
        """Keep a sentence and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        draft = _checked(draft)
        with self._store.writing(_("決まり文句を加える: {title}").format(title=draft.title)) as session:
            last = session.scalar(select(func.max(Phrase.position))) or 0
            entity = Phrase(position=last + 1)
            _apply(entity, draft)
            session.add(entity)
            session.flush()
            return entity.id

    def edit(self, record_id: int, draft: PhraseDraft) -> None:
        """Make a sentence what the draft says.

        Raises:
            InputError: something of the draft cannot be taken.
            NotFoundError: it is not there any more.
        """
        draft = _checked(draft)
        with self._store.writing(_("決まり文句を直す: {title}").format(title=draft.title)) as session:
            _apply(_find(session, record_id), draft)

    def discard(self, ids: Sequence[int]) -> None:
        """Put sentences into the wastebasket.

        Raises:
            NotFoundError: one of them is not there any more.
        """
        with self._store.writing(_("決まり文句をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                _find(session, record_id).deleted_at = self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take sentences out of the wastebasket.

        Raises:
            NotFoundError: one of them is not there any more.
        """
        with self._store.writing(_("決まり文句をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for record_id in ids:
                _find(session, record_id).deleted_at = None


def _checked(draft: PhraseDraft) -> PhraseDraft:
    """Return the draft without white at its ends.

    Raises:
        InputError: it cannot be taken.
    """
    title, text = one_line(draft.title.strip(), _("見出し"), "title"), draft.text.strip()
    refuse_my_number(title, _("見出し"), "title")
    refuse_my_number(text, _("文"), "text")
    if not title:
        raise InputError(
            _("見出しが空です。「採択の後の手続」のように、選ぶときの目印を書いてください。"), "title"
        )
    if len(title) > MOST_LETTERS:
        raise InputError(
            _("見出しは{most}字までです（いま {n}字）。短くしてください。").format(
                most=MOST_LETTERS, n=len(title)
            ),
            "title",
        )
    if not text:
        raise InputError(_("文が空です。紙に入れる文を書いてください。"), "text")
    known = places_known(draft.form_key)
    for name in places_in(text):
        if name not in known:
            raise InputError(
                _(
                    "文にある {{{name}}} は、この様式では使えない差し込みです。"
                    "「差し込み」の一覧から選び直すか、波かっこを消してください。"
                ).format(name=name),
                "text",
            )
    outcome = draft.outcome if draft.outcome in dict(outcomes_of(draft.form_key)) else ""
    return PhraseDraft(title, text, draft.form_key, outcome)


def _apply(entity: Phrase, draft: PhraseDraft) -> None:
    entity.title, entity.text = draft.title, draft.text
    entity.form_key, entity.outcome = draft.form_key, draft.outcome


def _find(session: Session, record_id: int) -> Phrase:
    entity = session.get(Phrase, record_id)
    if entity is None:
        raise NotFoundError(_("この決まり文句は、もうありません。一覧を開き直してください。"))
    return entity
