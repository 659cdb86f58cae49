"""The controls of the window: fields for numbers, sliders, the timeline, buttons, tabs."""
