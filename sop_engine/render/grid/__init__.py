"""Rows and columns with arrows between them: what the SOP-AP matrix and the lanes share.

``plan`` says what stands where, ``route`` finds the way of each arrow, ``tracks`` gives it a place of its own, ``lay``
makes pages with sizes and connectors of it, and ``ink`` draws that. Its contract is ``docs/matrix.md``.
"""
