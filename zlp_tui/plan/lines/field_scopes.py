"""The field of a form that is closed apart. Imported from `plan.view`, and where that is not loaded."""

from typing import Final

BSN: Final = "bsn"
"""The field of the citizen service number. As a detail of the plan it holds the last digits alone."""

CITIZEN_NUMBER: Final = "citizen-number"
"""What that field belongs to, as if it were a topic: nobody but the client sees it, until a grant names it."""
