"""By what rule a descent goes: the choices, and the update written out with its numbers."""

from collections.abc import Mapping

from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.markup import Markup
from gdviz.descent.schedules import SCHEDULES, read_schedule, schedule_name, schedule_settings
from gdviz.descent.settings import Setting
from gdviz.descent.table import OPTIMISERS
from gdviz.document.document import DescentSettings, Document
from gdviz.i18n import Translator
from gdviz.session.method_scene import Choice, MethodScene, SettingRow
from gdviz.session.resolve.descent import is_lectures_own
from gdviz.session.resolve.plot import current_index
from gdviz.session.resolve.update import Parameters, update_lines
from gdviz.session.results import Results


def method_scene(settings: DescentSettings, tr: Translator) -> MethodScene:
    """What is chosen, and what else can be."""
    kind = OPTIMISERS[settings.optimiser]
    schedule = read_schedule(settings.schedule)
    name = schedule_name(schedule)
    return MethodScene(
        Choice(
            settings.optimiser,
            {key: tr(each.title) for key, each in OPTIMISERS.items()},
            tr(kind.about),
            _rows(kind.settings, dict(settings.settings)),
        ),
        Choice(
            name,
            {key: tr(each.title) for key, each in SCHEDULES.items()},
            tr(SCHEDULES[name].about),
            _rows(SCHEDULES[name].settings, schedule_settings(schedule)),
        ),
        settings.noise,
        settings.noise_seed,
    )


def _rows(known: Mapping[str, Setting], values: Mapping[str, float]) -> tuple[SettingRow, ...]:
    return tuple(
        SettingRow(key, set_name(setting.letter), values.get(key, setting.default), setting)
        for key, setting in known.items()
    )


def update_scene(document: Document, results: Results) -> tuple[Markup, ...]:
    """The update that led to the current iterate, line by line; at the start the first one.

    Nothing where there is none, and where it is the lecture's own line (`DescentScene.numbers`).
    """
    line, descent, run = results.line, results.descent, results.run
    if line is None or descent is None or run is None or is_lectures_own(descent.plan):
        return ()
    last = len(descent.losses) - 1
    if not last:
        return ()
    step = int(descent.steps[min(max(current_index(document, descent), 1), last)])
    names = (line.names,) if results.plane is None else results.plane.both_names
    return update_lines(run, step, Parameters(names, line.name), line.objective)
