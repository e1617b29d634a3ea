"""The commands that speak of one quotation or article: why it has that speaker, and how it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import UnknownError
from tui.citing import FORMS, Passage, citation
from tui.cli.common import FOUND, Answer
from tui.output.words import harmless, said_by
from tui.phrases import names_of
from tui.reasons import reason

if TYPE_CHECKING:
    from index.library import Library
    from index.model import AnnotatedArticle, Quotation
    from tui.cli.request import Request
    from tui.output import Printer


def why(library: Library, request: Request, out: Printer) -> int:
    """Why a quotation is given to its speaker."""
    words, _, number = request.words.rpartition(" ")
    article = library.article(library.find(words or number))
    quotation = _quotation(article, number if words else "")
    speakers = said_by(quotation, names_of(article))
    rows = (
        ("quotation", quotation.text), ("kind", quotation.kind), ("speaker", speakers or "nobody is named"),
        ("why", reason(quotation)), ("source", citation(Passage(article, quotation.start, quotation.end))),
    )  # fmt: skip
    shape = {"article": article.id, **quotation.to_json(), "reason": reason(quotation)}
    out.listed("", ("what", "words"), rows, [shape])
    return FOUND


def cite(library: Library, request: Request, out: Printer) -> int:
    """A quotation, or an article, in one of the forms that are copied in the app."""
    words, _, number = request.words.rpartition(" ")
    if len(request.each) > 1:
        article = library.article(library.find(words))
        quotation = _quotation(article, number)
        passage = Passage(article, quotation.start, quotation.end, quotation)
    else:
        article = library.article(library.find(request.words))
        passage = Passage(article, 0, len(article.text))
    form = request.form or ("words" if passage.quotation else "citation")
    made = {name.lower(): make for name, (make, _) in FORMS.items()}[form](passage)
    if request.json:
        out.listed("", (), (), [{"article": article.id, "form": form, "text": made}])
    else:
        print(harmless(made).rstrip("\n"))
    return FOUND


def _quotation(article: AnnotatedArticle, number: str) -> Quotation:
    """The quotation that is called so. Raises `UnknownError`."""
    for quotation in article.quotations:
        if quotation.id == number:
            return quotation
    told = f"There is no quotation {number} in {article.id}" if number else "Name a quotation, too"
    raise UnknownError(told, hint=f"tui show {article.id} lists its quotations")


COMMANDS: dict[str, Answer] = {"why": why, "cite": cite}
