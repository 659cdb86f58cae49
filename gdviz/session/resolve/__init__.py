"""document + results → scenes: pure functions, so testing what is shown needs no screen.

A module for each part of the window; those of panels are loaded when the panel is first open.
"""
