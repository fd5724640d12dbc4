"""`Navigator`: how a screen of an open plan leads to another one, and `Route`, one row of the table of screens.

Every screen of an open plan is made as `XScreen(desk, tr, navigator, *arguments)`. It knows the names of routes
(`routes.py`) and neither the app nor the other screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, Protocol

from textual.screen import Screen

from zlp_tui.conversation.ports.desk import Desk, Overview
from zlp_tui.conversation.ports.wizard import WizardDone, WizardStep
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

if TYPE_CHECKING:  # the plan screens take a navigator
    from screens.bases.base_list_screen import BaseListScreen

P = ParamSpec("P")


@dataclass(frozen=True)
class Route(Generic[P]):
    """A screen that can be navigated to. `P` are the arguments that its constructor takes after the navigator.

    `screen` is `module:Class`; the module is imported when the screen is opened for the first time. `msgid` is the
    message id of its command in the command palette, empty when it has none: a route with a command can be opened
    without arguments. `overview` names what the plan must offer for the route to be available. A route that is
    `stacked` opens a new screen each time; of the others an open screen comes back, and `reopened` gets the arguments.
    """

    name: str
    screen: str
    msgid: str = ""
    overview: Overview | None = None
    stacked: bool = False

    def load(self) -> type[BaseListScreen]:
        """The screen's class."""
        module, _, name = self.screen.partition(":")
        found: type[BaseListScreen] = getattr(import_module(module), name)
        return found

    def make(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, *args: P.args, **kwargs: P.kwargs
    ) -> Screen[None]:
        """A new screen."""
        make: Callable[Concatenate[Desk, Catalogue, Navigator, P], Screen[None]] = self.load()
        return make(desk, tr, navigator, *args, **kwargs)


class Navigator(Protocol):
    """Leads from one screen of an open plan to another. What is typed on the screen that is left is saved first."""

    def navigate(self, route: Route[P], *args: P.args, **kwargs: P.kwargs) -> None:
        """Show the screen of a route on top of the others."""

    def show_talk(self, place: Place | None = None) -> None:
        """Show the conversation, at a place or where it is now. `NotFound` is shown to the user, not raised."""

    def show_topic(self, topic: str) -> None:
        """Show the conversation at a topic's first question."""

    def take_route(self, route: str) -> None:
        """Show the conversation, along another way through the script, where that was left."""

    def ask_aside(self, place: Place) -> None:
        """Show the conversation at a question in between; after it one returns to where the conversation was."""

    def begin(self, role: Role) -> None:
        """Show the conversation where something new of the topic with this role is said; after it one returns."""

    def show_help(self, page: str) -> None:
        """Show a page of `content/<locale>/help/`, by its name without `.md`."""

    def run_wizard(self, step: WizardStep, done: Callable[[WizardDone], None]) -> None:
        """Show a conversation about keys on top; `done` is called once it is closed and what was asked for was done."""

    def back(self) -> None:
        """Close the screen on top: the one below it comes back, and in the end the map."""

    def leave_plan(self, told: str = "") -> None:
        """End the session and go back to the list of plans, where this is told then."""

    def now(self) -> float:
        """The time of a clock that only goes forward, in seconds."""

    def toggle_theme(self) -> None:
        """Switch between the light and the dark theme."""
