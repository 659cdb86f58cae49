"""Mathematics on the screen: markup is laid out in boxes, boxes are painted.

`layout.layout`, `painter.paint` and `painter.part_at` serve whoever paints; `view.FormulaView` is
the widget.
"""
