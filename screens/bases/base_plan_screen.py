"""`BasePlanScreen`: the base class of the screens of an open plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, Final

from screens.navigation.navigator import Navigator
from screens.navigation.routes import BY_NAME, ROUTES
from screens.parts.actions import Action, ScreenCommand
from screens.parts.base_screen import BaseScreen
from screens.steps.participants import seat_to_speak
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import TalkPlace, where_to_talk
from zlp_tui.i18n import Catalogue, message
from zlp_tui.script.roles import Role

LOOK_BACK: Final = Action("look-now", message("Look back now"), f"show_role('{Role.LOOK_BACK}')", "h")
WEEK_AHEAD: Final = Action("week", message("This week"), "navigate('week')", "f4", spare=True)
AGREE: Final = Action("agree", message("Agree on the plan"), f"show_role('{Role.AGREE}')", "h")
RIGHTS: Final = Action("rights-and-help", message("Rights and help"), f"begin('{Role.RIGHTS}')", on_row=False)
STOP: Final = Action("stop", message("Stop and keep"), "leave_plan")


class BasePlanScreen(BaseScreen):
    """A screen that can lead to every other screen of the plan. `route` is the name of the route to it, if any."""

    route: ClassVar[str] = ""

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(tr, navigator.now)
        self.desk = desk
        self.navigator = navigator

    def tell_read_only(self) -> None:
        """Say, where words are asked for, that nothing can be kept: it was long ago said where the plan was opened."""
        if self.desk.read_only:
            self.notice.refuse(self.desk.why_read_only)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action, parameters:
            case "navigate", (str(name),):
                page = BY_NAME[name].overview
                if page is not None and not self.desk.offers(page):
                    return False
            case "show_role" | "begin", (str(role),):
                if self.desk.topic_for(Role(role)) is None:
                    return False
        return super().check_action(action, parameters)

    def commands(self) -> tuple[ScreenCommand, ...]:
        """The actions of the screen, and all topics, screens and people."""
        return (*self.actions(), *self.plan_commands())

    def plan_commands(self) -> Iterator[ScreenCommand]:
        """What can be done on every screen of a plan, but for what the screen's own actions do already."""
        own = {action.call for action in self.ACTIONS}
        screens = (Action(route.name, route.msgid, f"navigate('{route.name}')") for route in ROUTES if route.msgid)
        for action in (*screens, LOOK_BACK._replace(keys=""), RIGHTS, STOP):
            if action.call not in own and action.id != self.route and self.check_action(*action.call):
                yield self.command(action)
        about_plain = partial(self.navigator.show_help, "plain")
        yield ScreenCommand("help/plain", self.tr("Help: line by line"), about_plain)
        for chapter in self.desk.map():
            for topic in chapter.topics:
                show = partial(self.navigator.show_topic, topic.id)
                yield ScreenCommand(f"topic/{topic.id}", topic.title, show, shown=chapter.title)
        for person in self.desk.view.people:
            label = self.tr("{name} speaks", name=person.called)
            yield ScreenCommand(f"voice/{person.id}", label, partial(self._speak_as, person.id))
            label = self.tr("{name} types", name=person.called)
            yield ScreenCommand(f"keyboard/{person.id}", label, partial(self._types, person.id, label))

    def _speak_as(self, person: str) -> None:
        seat_to_speak(self.desk, person)
        self.navigator.show_talk()

    def _types(self, person: str, told: str) -> None:
        if self.attempt(lambda: self.desk.sit_at_keyboard(person)):
            self.notice.show(told)

    def draft_written(self) -> None:
        """A draft that was refused is written after all: what said so goes away. Where nothing can be written any more
        it is in memory alone, and why that is stays there (F16)."""
        if self.desk.read_only:
            self.notice.refuse(self.desk.why_read_only)
        else:
            self.notice.clear()

    def action_navigate(self, route: str) -> None:
        """Open the screen of a route that takes no arguments."""
        self.navigator.navigate(BY_NAME[route])

    def action_show_role(self, role: str) -> None:
        """Go to the topic with this role; one looks back along the conversation for that."""
        way = self.way_to(where_to_talk(self.desk, None, Role(role)))
        if way is not None:
            way()

    def way_to(self, where: TalkPlace | None) -> Callable[[], None] | None:
        """The way to a question of the conversation; None for nowhere."""
        if where is None:
            return None
        if where.route:
            return partial(self.navigator.take_route, where.route)
        if where.place is None:
            return partial(self.navigator.show_topic, where.topic)
        return partial(self.navigator.show_talk, where.place)

    def action_begin(self, role: str) -> None:
        """Say something new of the topic with this role; after the questions about it one returns."""
        self.navigator.begin(Role(role))

    def action_leave_plan(self) -> None:
        """End the session and go back to the list of plans."""
        self.navigator.leave_plan()

    def action_back(self) -> None:
        """Close this screen."""
        self.navigator.back()

    def action_toggle_theme(self) -> None:
        """Switch between the light and the dark theme."""
        self.navigator.toggle_theme()

    def open_help(self, page: str) -> None:
        self.navigator.show_help(page)
