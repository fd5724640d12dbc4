"""The page of HTML in a real browser: it fits at 400 %, and every word is readable."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools.exported import hostile
from zlp_tui.exports.forms import form_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AT_400_PERCENT = 320
"""CSS pixels: how wide a window of 1280 is at 400 % (WCAG 1.4.10)."""

MEASURE = """
addEventListener("load", () => {
  const page = document.querySelector("iframe").contentDocument
  const lightness = colour => {
    const part = Number(colour) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  const luminance = rgb => {
    const [red, green, blue] = rgb.match(/[0-9]+/g).map(lightness)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = luminance(page.defaultView.getComputedStyle(page.documentElement).backgroundColor)
  let least = 21
  for (const element of page.querySelectorAll("body *"))
    if ([...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) {
      const own = luminance(page.defaultView.getComputedStyle(element).color)
      least = Math.min(least, (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05))
    }
  const wide = page.documentElement.scrollWidth
  document.body.textContent = "MEASURED" + JSON.stringify({wide, least, words: page.body.innerText.length}) + "END"
})
"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; headings and colours are tested from the tree too")
def test_a_page_fits_at_400_percent_and_its_words_are_readable(tmp_path: Path) -> None:
    page = form_of("html").make(hostile()).decode()
    frame = f"<iframe width={AT_400_PERCENT} height=800 style='border:0' srcdoc='{html.escape(page)}'></iframe>"
    outer = tmp_path / "outer.html"
    outer.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{frame}<script>{MEASURE}</script>")
    seen = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--dump-dom",
         f"--user-data-dir={tmp_path / 'profile'}", outer.as_uri()],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout
    measured = re.search(r"MEASURED(.*?)END", seen)
    assert measured is not None
    told = json.loads(measured[1])
    assert told["wide"] <= AT_400_PERCENT
    assert told["least"] >= 7
    assert told["words"] > 1000
