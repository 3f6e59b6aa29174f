"""The SOP-AP matrix (PermenPAN-RB 35/2012): an identity page, then one row an activity and one column an actor.

``words`` says what stands in each cell, ``identity`` what the identity page says; ``columns``, ``fit``, ``head`` and
``table`` give the table its sizes and pages, ``front`` with its ``boxes`` and ``body`` draw the two kinds of pages, and
``picture`` puts them together. The contract is ``docs/matrix.md``.
"""

from sop_engine.render.matrix.picture import Drawing, draw
from sop_engine.render.matrix.style import Style

__all__ = ["Drawing", "Style", "draw"]
