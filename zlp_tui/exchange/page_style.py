"""The look of a page of HTML: one style for screen, phone and paper, with the fonts that a computer has.

Colours stand in `LIGHT` and `DARK`, by what they are for, and nowhere else: a test reckons their contrast.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Colours = Mapping[str, str]

LIGHT: Final[Colours] = {
    "page": "#fffdf8", "text": "#1f1c17", "quiet": "#595349", "strong": "#17504b", "line": "#d9d0bf",
}
"""On `page` stand `text`, `quiet` (who said it) and `strong` (headings and links); `line` parts and says nothing."""
DARK: Final[Colours] = {
    "page": "#17181a", "text": "#f3efe7", "quiet": "#c6bfb2", "strong": "#a5dcd2", "line": "#4a4741",
}

_RULES: Final = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;background:var(--page);color:var(--text);
font:1.125rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1.25rem 4rem;overflow-wrap:anywhere}
h1,h2,h3{color:var(--strong);line-height:1.25;text-wrap:balance}
h1{font-size:2.25rem;margin:1rem 0 .5rem}
h2{font-size:1.625rem;margin:3rem 0 1rem;padding-top:1.25rem;border-top:.125rem solid var(--line)}
h3{font-size:1.25rem;margin:2rem 0 .5rem}
p{margin:.25rem 0}
a{color:var(--strong);text-underline-offset:.2em}
a:focus-visible{outline:.1875rem solid var(--strong);outline-offset:.1875rem}
.quiet,.by{color:var(--quiet);font-size:1rem}
.intro{font-weight:600;margin:1.25rem 0 .25rem}
ul{margin:0;padding:0;list-style:none}
main li{border-left:.1875rem solid var(--line);margin:.625rem 0;padding:0 0 0 1rem}
.words{font-size:1.25rem;line-height:1.5;white-space:pre-line}
nav{margin-top:2rem}
nav li{margin:.375rem 0}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
footer{margin-top:3rem;border-top:.125rem solid var(--line);padding-top:1rem}
@media print{
@page{margin:18mm}
html{font-size:10.5pt;background:none}
body{max-width:none;padding:0}
nav,.skip{display:none}
h1,h2,h3,.intro{break-after:avoid}
li,p{break-inside:avoid}
h2{margin-top:2rem}
main li{margin:.25rem 0}
main li p{display:inline}
main li p+p{margin-left:.5rem}
.words{font-size:1.1rem}
a{color:inherit;text-decoration:none}
}
"""


def style() -> str:
    """The style sheet. On paper it is always dark on light."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_declared(DARK)}}}}}"
    return f":root{{color-scheme:light dark;{_declared(LIGHT)}}}\n{dark}{_RULES}"


def _declared(colours: Colours) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
