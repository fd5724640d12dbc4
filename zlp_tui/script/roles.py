"""Roles of topics: what the program itself must be able to find in a script, whatever the topic is called there.

No heavy imports: screens and the line-by-line conversation name roles too.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a topic is for. A script gives each role to one topic at most; one that it gives to none is not offered.

    Where `plan/` keeps something under a name of its own instead of a topic's id (a goal, a choice, a read-back), the
    role has that name: see `Script.topic_named`.
    """

    WELCOME = "welcome"
    RIGHTS = "rights"
    AT_THE_TABLE = "at-the-table"
    WHO_MAY = "who-may"
    HOW_WE_TALK = "how-we-talk"
    DECIDING = "deciding-together"
    DOMAINS = "domains"
    OWN_PLAN = "own-plan"
    PERSONAL_DETAILS = "personal-details"
    PEOPLE = "people"
    APPRECIATION = "appreciation"
    IMPORTANT_TO = "important-to"
    CHOICES = "choices"
    GOALS = "goals"
    AGREEMENTS = "agreements"
    FOLLOW_UP = "follow-up"
    LOOK_BACK = "look-back"
    GOAL_OUTCOMES = "goal-outcomes"
    LOOK_AGAIN = "look-again"
    AGREE = "agree"
    START_READ_BACK = "start-read-back"
    WHO_AM_I_READ_BACK = "who-am-i-read-back"
    MY_LIFE_READ_BACK = "my-life-read-back"
    SUPPORT_READ_BACK = "support-read-back"
    RESULTS_READ_BACK = "results-read-back"
