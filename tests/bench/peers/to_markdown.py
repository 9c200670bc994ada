"""Turn pages into the Markdown that a person would write for them: run by the peers' own Python.

Reads a line of JSON for each page from standard input and writes its text as a line of JSON. What
Markdown has no form for, such as a chart, stays as its words.
"""

import json
import sys

import markdownify

for line in sys.stdin:
    html = json.loads(line)
    text = markdownify.markdownify(html, heading_style="ATX", bullets="-", escape_misc=False)
    print(json.dumps(text.strip()))
