"""Options of the commands that lock, copy, hand over, take in and export whole plans."""

from __future__ import annotations

from typing import get_args

from zlp_tui.command.parsing.options import KeysAction
from zlp_tui.command.parsing.parser import Parser
from zlp_tui.command.parsing.shared_options import add_whose
from zlp_tui.i18n import Catalogue


def add_keys(parser: Parser, tr: Catalogue) -> None:
    """Add the options of `zlp keys`."""
    group = parser.add_argument_group(tr("What"))
    about = tr(
        "list: who has a key. add: give somebody a key. remove: take it back. passphrase, recovery: another one for "
        "yourself. rotate: a new key for a plan. public: the line for who gives you a key. confirm: all is right, "
        "files of before may go"
    )
    actions = get_args(KeysAction)
    group.add_argument("keys", choices=actions, metavar="|".join(actions), help=about)
    group.add_argument("name", nargs="?", metavar=tr("NAME"), help=tr("who gets or loses a key; for rotate: the plan"))
    group = parser.add_argument_group(tr("Options"))
    plan = tr("to or from which plan; may be given more than once")
    group.add_argument("--plan", action="append", dest="plans", metavar=tr("PLAN"), help=plan)
    group.add_argument("--all", action="store_true", help=tr("a key to all plans that you may open"))
    group.add_argument("--none", action="store_true", help=tr("a passphrase, and a key to no plan yet"))
    line = tr("of somebody elsewhere: what zlp keys public says there")
    group.add_argument("--public", metavar=tr("LINE"), help=line)
    forgotten = tr("the passphrase is forgotten: type the recovery code")
    group.add_argument("--forgotten", action="store_true", help=forgotten)


def add_export(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp export`."""
    from zlp_tui.exports.forms import FORMS

    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("What"))
    about = "\n".join(f"{form.id}: {tr(form.title_msgid)}" for form in FORMS)
    group.add_argument("form", choices=[form.id for form in FORMS], metavar=tr("FORM"), help=about)
    group = parser.add_argument_group(tr("Options"))
    out = tr("into which file or folder, or - for standard output; without it: here, with a name of its own")
    group.add_argument("-o", dest="out", metavar=tr("FILE"), help=out)
    whom = tr("for whom it is; without it: whose plan it is")
    group.add_argument("--for", dest="whom", metavar=tr("NAME"), help=whom)
    group.add_argument("--large", action="store_true", help=tr("in large letters"))
    group.add_argument("--open", action="store_true", help=tr("open it when it is there"))
    group.add_argument("--force", action="store_true", help=tr("write over a file of this name"))
    group.add_argument("--named", action="store_true", help=tr("with the name of the client in the name of the file"))


def add_hand_over(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp hand-over`."""
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--to", required=True, metavar=tr("FILE"), help=tr("into which file; it must not be there yet"))
    whom = tr("whose key opens it; may be given more than once; without it: all who may open the plan")
    group.add_argument("--for", action="append", dest="audience", metavar=tr("NAME"), help=whom)
    along = tr("the citizen service number goes along")
    group.add_argument("--with-bsn", action="store_true", dest="with_number", help=along)


def add_take_in(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp take-in`."""
    group = parser.add_argument_group(tr("What"))
    group.add_argument("file", metavar=tr("FILE"), help=tr("the file; with --choose: the plan"))
    group = parser.add_argument_group(tr("Options"))
    which = tr("which one is kept of a plan that was here already")
    group.add_argument("--choose", choices=("here", "taken-in"), help=which)


def add_import(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp import`."""
    group = parser.add_argument_group(tr("What"))
    group.add_argument("file", metavar=tr("FILE"), help=tr("the file; - reads standard input"))


def add_backup(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp backup`."""
    add_whose(parser, tr, needed=False)


def add_copies(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp copies`."""
    add_whose(parser, tr, needed=False)
    group = parser.add_argument_group(tr("Options")).add_mutually_exclusive_group()
    also = tr("keep copies in this folder too, such as on a stick")
    group.add_argument("--second", metavar=tr("FOLDER"), help=also)
    group.add_argument("--only-here", action="store_true", help=tr("keep copies on this computer only"))
    right = tr("what was gone back to is right: old copies may be removed again")
    group.add_argument("--right", action="store_true", help=right)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def add_restore(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp restore`."""
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Which copy"))
    group.add_argument("copy", metavar=tr("COPY"), help=tr("the last part of its line in the list of copies"))


def add_erase(parser: Parser, tr: Catalogue) -> None:
    """Add those of `zlp erase`."""
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    asked = tr("the client asks for it; then it can be done before the law lets go of it")
    group.add_argument("--asked", action="store_true", help=asked)
