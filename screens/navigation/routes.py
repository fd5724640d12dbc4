"""The table of routes: every screen of an open plan that can be navigated to, in the order of the command palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from screens.navigation.navigator import Route
from zlp_tui.i18n import message

MAP: Final = Route[[]]("map", "screens.overviews.map_screen:MapScreen", message("Map"))
LETTER: Final = Route[[]]("letter", "screens.overviews.letter_screen:LetterScreen", message("My plan"))
PLAN_PAGE: Final = Route[[]](
    "plan-page", "screens.overviews.letter_screen:PlanPageScreen", message("My plan on one page")
)
AGREEMENTS: Final = Route[[str | None]](
    "agreements", "screens.overviews.agreements_screen:AgreementsScreen", message("Agreements"), overview="agreements"
)
CHOICES: Final = Route[[]](
    "choices", "screens.overviews.choices_screen:ChoicesScreen", message("Choices"), overview="choices"
)
CONVERSATIONS: Final = Route[[]](
    "conversations", "screens.talk.conversations_screen:ConversationsScreen", message("Which conversation?")
)
PREPARE: Final = Route[[]]("prepare", "screens.overviews.prepare_screen:PrepareScreen", message("Prepare"))
PARTICIPANTS: Final = Route[[]](
    "participants", "screens.talk.participants_screen:ParticipantsScreen", message("Who is here")
)
NOTE: Final = Route[[str | None]](
    "note", "screens.follow_up.note_screen:NoteScreen", message("Note how it went"), stacked=True
)
REMARKS: Final = Route[[str | None]](
    "remarks", "screens.follow_up.remarks_screen:RemarksScreen", message("Remarks and nice moments"), stacked=True
)
DISAGREE: Final = Route[[str | None]](
    "disagree", "screens.follow_up.disagree_screen:DisagreeScreen", message("I do not agree"), stacked=True
)
NOT_MET: Final = Route[[str | None]](
    "not-met", "screens.follow_up.not_met_screen:NotMetScreen", message("This cannot be done now"), stacked=True
)
NO_LONGER: Final = Route[[str]]("no-longer", "screens.follow_up.no_longer_screen:NoLongerScreen", stacked=True)
ANSWER_QUESTION: Final = Route[[str]](
    "answer-question", "screens.follow_up.answer_question_screen:AnswerQuestionScreen", stacked=True
)
NEW_SINCE: Final = Route[[]](
    "new-since", "screens.looking_back.new_since_screen:NewSinceScreen", message("What is new?")
)
WHO_LOOKED: Final = Route[[]](
    "who-looked", "screens.looking_back.who_looked_screen:WhoLookedScreen", message("Who looked into my plan?")
)
WEEK: Final = Route[[]]("week", "screens.overviews.week_screen:WeekScreen", message("This week"), overview="agreements")
SEEN_BY: Final = Route[[]]("seen-by", "screens.overviews.seen_by_screen:SeenByScreen", message("As another sees it"))
SEEN_AS: Final = Route[[str]]("seen-as", "screens.overviews.seen_by_screen:SeenAsScreen", stacked=True)
DUE: Final = Route[[]]("due", "screens.looking_back.due_screen:DueScreen", message("What is coming up"))
LOOK_BACK_OFFER: Final = Route[[Callable[[], None], Callable[[str], None]]](
    "look-back-offer", "screens.looking_back.look_back_offer_screen:LookBackOfferScreen", stacked=True
)
RESULTS: Final = Route[[]](
    "results", "screens.looking_back.results_screen:ResultsScreen", message("What came of it"), overview="results"
)
THEN_AND_NOW: Final = Route[[int | None, int | None]](
    "then-and-now", "screens.looking_back.then_and_now_screen:ThenAndNowScreen", message("Then and now"),
    overview="editions",
)
EDITIONS: Final = Route[[]](
    "editions", "screens.looking_back.editions_screen:EditionsScreen", message("Kept plans"), overview="editions"
)
EDITION: Final = Route[[int]]("edition", "screens.looking_back.edition_screen:EditionScreen", stacked=True)
SEARCH: Final = Route[[]](
    "search-plan", "screens.looking_back.search_plan_screen:SearchPlanScreen", message("Search in this plan")
)
DETAILS: Final = Route[[]](
    "details", "screens.overviews.details_screen:DetailsScreen", message("Fill in details"), overview="details"
)
EXPORTS: Final = Route[[]]("exports", "screens.whole_plans.exports_screen:ExportsScreen", message("On paper"))
COPIES: Final = Route[[]]("copies", "screens.whole_plans.copies_screen:CopiesScreen", message("Copies"))
KEYS: Final = Route[[]]("keys", "screens.whole_plans.keys_screen:KeysScreen", message("Who has a key?"))
END_PLAN: Final = Route[[]](
    "end-plan", "screens.whole_plans.end_plan_screen:EndPlanScreen", message("This plan has ended")
)
TRACE: Final = Route[[str]]("trace", "screens.looking_back.trace_screen:TraceScreen", stacked=True)
WAY: Final = Route[[str]]("way", "screens.looking_back.way_screen:WayScreen", stacked=True)
HISTORY: Final = Route[[str]]("history", "screens.looking_back.history_screen:HistoryScreen", stacked=True)
STATEMENT: Final = Route[[str, Callable[[], None]]](
    "statement", "screens.follow_up.statement_screen:StatementScreen", stacked=True
)
KEYBOARD_USER: Final = Route[[Callable[[], None]]](
    "keyboard-user", "screens.talk.keyboard_user_screen:KeyboardUserScreen", stacked=True
)

ROUTES: Final[tuple[Route[...], ...]] = (
    MAP, LETTER, PLAN_PAGE, AGREEMENTS, CHOICES, CONVERSATIONS, PREPARE, PARTICIPANTS, NOTE, REMARKS, DISAGREE, NOT_MET,
    NEW_SINCE, WHO_LOOKED, WEEK, SEEN_BY, SEEN_AS, DUE, RESULTS,
    THEN_AND_NOW, EDITIONS, EDITION, SEARCH, DETAILS, EXPORTS, COPIES, KEYS, END_PLAN, TRACE, WAY, HISTORY, STATEMENT,
    KEYBOARD_USER, LOOK_BACK_OFFER, ANSWER_QUESTION, NO_LONGER,
)
BY_NAME: Final[Mapping[str, Route[...]]] = {route.name: route for route in ROUTES}
