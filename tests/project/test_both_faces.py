"""What can be done on the screens can be done line by line, and the other way round (parity; battery, rows-v 9).

A new command, action or screen fails here until it stands in the table with its twin, or with why it has none.
"""

from __future__ import annotations

import re
from pathlib import Path

from screens.follow_up.statement_presenter import StatementPresenter
from screens.keymap import all_screens
from screens.navigation.routes import ROUTES
from screens.parts.actions import APP_ACTIONS
from tests.tools.prepared import dutch
from tests.tools.table import lay_table, speaks
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plain.commands.slash_commands import all_commands
from zlp_tui.plan.view import Place

SAME: tuple[tuple[str, str], ...] = (
    ("/help", "help help-too close-help commands"),
    ("/stop", "stop stop-talking quit quit-program"),
    ("/back", "previous-question back"),
    ("/skip", "skip-question next-question"),
    ("/more", "say-more"),
    ("/next", "next-topic"),
    ("/topic", "screen:map leave-talk next-chapter"),
    ("/route", "screen:conversations conversations"),
    ("/rights", "rights-and-help"),
    ("/details", "screen:details details"),
    ("/bsn", "show-number"),
    ("/differently", "ask-differently"),
    ("/example", "show-example"),
    ("/somebody-else", "ask-another"),
    ("/why", "why"),
    ("/explain", "help"),
    ("/sources", "sources"),
    ("/talk-about", "talk"),
    ("/who", "speak"),
    ("/i-am", "screen:keyboard-user types"),
    ("/at-the-table", "screen:participants participants seat new-person sit-down"),
    ("/correct /said-by /take-back /domain /about", "screen:statement rename open"),
    ("/only-for-me /for-others-too", "only-for-me"),
    ("/undo", "undo undo-answer"),
    ("/after-all", "redo-answer"),
    ("/plan", "screen:letter screen:plan-page letter plan-length plan-page"),
    ("/prepare", "screen:prepare prepare questions-beforehand"),
    ("/agreements", "screen:agreements agreements"),
    ("/choices", "screen:choices choices"),
    ("/enough", "weighed-enough"),
    ("/answer /heard-from", "screen:answer-question"),
    ("/begin", "new-agreement new-goal new-choice"),
    ("/from", "screen:trace trace"),
    ("/how-so", "screen:way way"),
    ("/history", "screen:history history"),
    ("/today", "today done-today not-done-today words-today bad-day-today who-looks"),
    ("/week", "screen:week week"),
    ("/seen-by", "screen:seen-by screen:seen-as seen-by"),
    ("/note", "screen:note note otherwise save-words"),
    ("/nice /nice-about", "new-nice-moment"),
    ("/remark /remark-about", "new-remark"),
    ("/beside", "screen:statement"),
    ("/remarks /done-with /told", "screen:remarks remarks"),
    ("/disagree /disagree-to /disagree-about /disagree-ended", "screen:disagree disagree"),
    ("/no-longer /change", "screen:no-longer"),
    ("/not-met /consulted /ask-again", "screen:not-met"),
    ("/new", "screen:new-since new-since look-at-waiting"),
    ("/who-looked", "screen:who-looked who-looked"),
    ("/when /look-together", "screen:due due"),
    ("/look-back", "screen:look-back-offer look-now"),
    ("/then", "screen:then-and-now then-and-now beside-next previous"),
    ("/changed", "only-changed"),
    ("/results", "screen:results results"),
    ("/search", "screen:search-plan search-plan"),
    ("/editions", "screen:editions screen:edition editions agree"),
    ("/keys", "screen:keys keys"),
    ("/on-paper", "screen:exports exports"),
    ("/copies", "screen:copies copies"),
    ("/lock", "lock-screen"),
    ("/certainly-here", "confirm-client"),
    ("/unfold", "unfold"),
    ("/plan-ended /take-up-again", "screen:end-plan end-plan"),
)
"""Commands, by their message id, and the ids of the actions and screens that do the same."""

ACTS_ON_A_LINE = {
    "anew": "/correct", "voice": "/said-by", "domain": "/about", "withdraw": "/take-back", "talk": "/talk-about",
    "trace": "/from", "only-for-me": "/only-for-me /for-others-too",
    "disagree": "/disagree", "not-met": "/not-met", "no-longer": "/no-longer",
    "remark": "/beside /remark-about /nice-about", "part/who": "/change", "part/when": "/change",
    "part/steps": "/change", "part/until": "/change", "part/evaluate-on": "/change",
}
"""What one chooses at a line that somebody said, by its id on the screen, and the commands that do the same."""

ONLY_LINE_BY_LINE = {
    "/all": "a screen shows a whole list, and scrolls",
    "/again": "a screen goes on showing the question",
    "/say-it /drop-it": "words that were typed stand in the field again: Enter says them, and they can be wiped",
    "/now /later": "after a reason these two stand under the question, to tap",
    "/take": "a line that is offered is chosen from the board",
    "/take-over": "the message about them has it (`Say it myself`)",
}
ONLY_ON_SCREENS = {
    "theme": "colours are the terminal's",
    "page-down page-up": "a terminal scrolls itself",
    "open": "a list is chosen from by number",
    "search": "a part of a name is typed where one is asked whose plan",
    "new-plan previous-field next-field": "0 where one is asked whose plan; the form asks the rest",
    "practise stop-practising": "`zlp demo --plain` practises",
    "answer": "a number, or words, is an answer; Enter ends the line",
    "copy-words copy-page": "a terminal selects and copies its own text",
    "ended-plans close-ended": "a word where one is asked whose plan (`klaar`) lists what has ended",
    "begin-talk": "`zlp talk` begins it",
    "show-words": "a terminal writes nothing of what is typed there; the words are asked for twice",
    "my-key": "`zlp keys passphrase`, `zlp keys recovery` and `zlp keys public`; and `/keys`",
    "lock-plans": "`zlp keys add` locks them; a talk in a terminal says so",
    "other-side": "an empty line goes to the other side",
}


def every(table: object) -> set[str]:
    """The words of some texts."""
    assert isinstance(table, (list, tuple, dict))
    return {word for words in table for word in words.split()}


def test_every_command_has_a_twin_on_the_screens_or_a_reason() -> None:
    said = {command.word for command in all_commands(dutch())}
    named = {dutch()(word) for word in every([commands for commands, _ in SAME]) | every(ONLY_LINE_BY_LINE)}
    assert said == named


def test_every_action_and_every_screen_has_a_twin_line_by_line_or_a_reason() -> None:
    actions = {action.id for screen in all_screens() for action in screen.ACTIONS}
    done = actions | {action.id for action in APP_ACTIONS} | {f"screen:{route.name}" for route in ROUTES}
    named = every([actions for _, actions in SAME]) | every(ONLY_ON_SCREENS)
    assert done == named


def test_every_act_on_a_line_has_its_command_b2(tmp_path: Path) -> None:
    table = lay_table(tmp_path)
    table.desk.go_topic("good-day-bad-day")
    ref = table.desk.answer(Spoken("Koffie.")).refs[0]
    table.desk.go(Place("agreements", "want", "anything"))
    agreed = table.desk.answer(Spoken("Lopen.")).refs[0]
    acts = set()
    for speaker in (table.desk.view.client, table.desk.join("Sanne")[0].id):
        speaks(table.desk, speaker)
        for line in (ref, agreed):
            sheet = StatementPresenter(table.desk, dutch(), line).what_can_be_done()
            acts |= {cell.ref for cell in sheet.cells(80) if cell.ref}
    assert acts == set(ACTS_ON_A_LINE)
    assert every(list(ACTS_ON_A_LINE.values())) <= every([commands for commands, _ in SAME])
    table.front.close()


def test_the_help_names_every_command_and_none_that_is_not_there() -> None:
    """The page “Regel voor regel” that one reads on the screens."""
    page = (places.content() / "nl" / "help" / "plain.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?<!\w)/[a-z-]+", page))
    assert named == {command.word for command in all_commands(dutch())}
