"""The window's layout: editor line, plot, readout, panels, transport bar.

Views are controlled: they show what they are given and emit what the person did.

| view | shows | emits |
|---|---|---|
| every view | `retranslate(tr)`, `show_theme(theme)` | |
| `window.editor` Editor | `show_scene(EditorScene)` | `text_edited(str)` each keystroke, `alternative_chosen(str)` and `example_chosen(str)` a whole new line, `parameter_dragged(name, value)`, `parameter_entered(name, value)`, `drag_finished()` |
| `window.readout` Readout | `show_scene(ReadoutScene)` | `x0_entered(float)`; its button for equal axes is the action `equal_axes` |
| `window.panels` Panels | `show_panel(name)` | `panel_chosen(name)` |
| `window.derivative` DerivativePanel | `show_scene(DerivativeScene \\| None)` | |
| `window.descent` DescentPanel | `show_scene(DescentScene)`, `show_rows(count, row_of)` with `row_of(i) -> IterateRow`, `show_log(bool)` | `iterate_chosen(int)` |
| `window.transport` Transport | `show_scene(DescentScene)`, `show_playing(bool)`, `show_speed(float)` | `step_scrubbed(int)`, `rate_dragged(float)`, `rate_entered(float)`, `epsilon_entered(float)`, `start_entered(float)`, `speed_dragged(float)`, `drag_finished()` |
| `window.actions` Actions | `show_checked(id, bool)`, `show_enabled(id, bool)` | `triggered(id)`, `switched(id, bool)`: ids in actions.py |
| `window` MainWindow | `show_panel(name, is_open)`, `show_presentation(bool)`, `show_blank(bool)`, `show_document_name(name, changed)`, `say(text)` a passing remark | `close_wanted(QCloseEvent)` |

Buttons, menu, keys and the palette are one thing: a click on `step` or the key → emits
`actions.triggered("step")`.
"""
