"""The commands with their options and examples, as data."""

from dataclasses import dataclass

from gdviz.cli.options import Option
from gdviz.i18n import N_

LANG = Option("--lang", "ru|en", N_("language of the answers and of the window"))
HELP = Option("--help", "", N_("this text"), "-h")
VERSION = Option("--version", "", N_("the version of the program"))
COMMON = (LANG, HELP)
JSON = Option(
    "--json", "", N_("strict JSON: null is undefined, the strings inf and -inf are infinite")
)
VALUES = Option(
    "--values", "a=2,k=3", N_("values of letters, which become parameters; the others are 1")
)

SIDES = (
    Option("--from", "A", N_("the left side of the view")),
    Option("--to", "B", N_("the right side of the view")),
    Option("--bottom", "C", N_("the lower side of the view")),
    Option("--top", "D", N_("the upper side of the view")),
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how to call it, what it does, its options, examples with what they show.

    arguments: how many words it takes besides its options; instead: an option that stands in the
    place of the expression.
    """

    name: str
    usage: str
    about: str
    options: tuple[Option, ...]
    examples: tuple[tuple[str, str], ...]
    arguments: int = 1
    instead: str = ""


WINDOW = Command(
    name="",
    usage="gdviz [EXPR | FILE.gdviz]",
    about=N_(
        "Derivatives and gradient descent, seen: type a function, drag its tangent, descend. "
        "Without a command gdviz opens its window, on an expression or a file if one is given."
    ),
    options=(*COMMON, VERSION),
    examples=(
        ('gdviz "tg x^2"', N_("the window, on y = tg x²")),
        ("gdviz lesson.gdviz", N_("the window, on a saved document")),
        ("gdviz derive --help", N_("more on a command")),
    ),
)
DERIVE = Command(
    name="derive",
    usage="gdviz derive EXPR [--at X,…] [--values a=2,…] [--steps] [--latex | --json]",
    about=N_(
        "Differentiate an expression. An EXPR of - reads one expression a line from standard "
        "input and answers one JSON object a line, errors included."
    ),
    options=(
        Option("--at", "X,…", N_("points: 0.5,-1 or, with several variables, x=1,y=2;x=0,y=-1")),
        VALUES,
        Option("--steps", "", N_("how it is derived, rule by rule")),
        Option("--latex", "", N_("a LaTeX fragment, for a document that uses amsmath")),
        JSON,
        *COMMON,
    ),
    examples=(
        ('gdviz derive "tg x^2" --at -0.5,1.2', N_("the derivative, and its values at two points")),
        ('gdviz derive "-x^2"', N_("a leading minus is just a minus")),
        ('gdviz derive "a sin kx" --values a=2,k=3 --at pi/4', N_("with parameters")),
        ('gdviz derive "x^2 y" --at "x=1,y=2" --json', N_("the gradient, for a program")),
        ('gdviz derive "arctg^2 x^3" --steps', N_("the whole derivation")),
        ("gdviz derive - < sheet.txt", N_("a whole sheet of exercises")),
    ),
)
DESCEND = Command(
    name="descend",
    usage=(
        "gdviz descend EXPR | --data FILE [--start W] [--rate λ] [--epsilon ε] "
        "[--optimizer NAME] […]"
    ),
    about=N_(
        "Descend on a loss along its gradient: w ← w − λ·L′(w), until |ΔL| < ε or the step limit, "
        "and say why it ended. With --data the loss is that of a regression on a table of points."
    ),
    options=(
        Option(
            "--start", "W", N_("5 or, with several variables, w=1,b=2 or 1,2; random by default")
        ),
        Option("--seed", "N", N_("makes the random start, the noise and the batches repeatable")),
        Option("--rate", "λ", N_("the learning rate, 0.1 by default, 1 for newton")),
        Option("--epsilon", "ε", N_("how small a change of the loss ends it, 0.01 by default")),
        Option("--max-steps", "N", N_("the step limit, 1000 by default, at most 10000000")),
        Option(
            "--optimizer",
            "NAME",
            N_("gd (default), momentum, nesterov, adagrad, rmsprop, adam, adamw or newton"),
        ),
        Option(
            "--set",
            "NAME=X,…",
            N_(
                "settings of the optimizer: momentum=0.9 of momentum and nesterov, smoothing=0.99 "
                "of rmsprop, beta1=0.9 and beta2=0.999 of adam and adamw, weight_decay=0.01 of "
                "adamw; may be repeated"
            ),
            repeats=True,
        ),
        Option(
            "--schedule",
            "S",
            N_(
                "what becomes of λ: constant (default), step:every=100,factor=0.5, 1/t:decay=0.01, "
                "cosine:steps=100,last=0 or warm-up:steps=10; settings may be left out"
            ),
        ),
        Option("--noise", "σ", N_("noise added to each partial derivative; none by default")),
        Option(
            "--data",
            "FILE",
            N_(
                "a table (CSV) of points instead of EXPR: columns between commas, semicolons or "
                "tabs, y in the last one; - for standard input"
            ),
        ),
        Option(
            "--model",
            "linear|logistic",
            N_("which regression on the data; linear by default; logistic needs y of 0 and 1"),
        ),
        Option("--standardize", "", N_("give every feature of the data mean 0 and deviation 1")),
        Option("--batch", "N", N_("so many rows of the data for each step; all by default")),
        VALUES,
        JSON,
        Option("--csv", "", N_("a table for a spreadsheet, one iterate a line")),
        Option("--pytorch", "", N_("instead: a Python script that does the same by PyTorch")),
        *COMMON,
    ),
    examples=(
        (
            'gdviz descend "w^2 + 12" --start 5 --rate 0.1 --epsilon 0.01',
            N_("the lecture's own example"),
        ),
        (
            'gdviz descend "x^2 + 25y^2" --start 3,-1 --rate 0.03 --csv',
            N_("two parameters, as a table"),
        ),
        ('gdviz descend "1 - cos w" --start 1 --rate 3', N_("a rate that is too large")),
        (
            'gdviz descend "x^2 + 25y^2" --start 3,-1 --optimizer adam --set beta1=0.8',
            N_("another optimizer, with a setting of its own"),
        ),
        (
            'gdviz descend "w^2" --start 5 --schedule cosine:steps=50 --noise 0.5 --seed 3',
            N_("a schedule, and noise that can be repeated"),
        ),
        (
            "gdviz descend --data points.csv --model linear --standardize --json",
            N_("a straight line through points, beside its closed-form solution"),
        ),
        (
            "gdviz descend --data points.csv --model logistic --batch 16 --max-steps 500",
            N_("logistic regression, 16 rows at a time"),
        ),
    ),
    instead="--data",
)
RENDER = Command(
    name="render",
    usage=(
        "gdviz render EXPR -o FILE.png [--size WxH] [--at X [--delta-x D]] "
        "[--derivative same|below] […]"
    ),
    about=N_("Draw the plot into a PNG file; needs no display."),
    options=(
        Option("--output", "FILE", N_("the file to write"), "-o"),
        Option("--size", "WxH", N_("pixels, 1920x1080 by default")),
        Option("--at", "X", N_("where to draw the tangent; none by default")),
        Option("--delta-x", "D", N_("Δx of a secant through X and X + Δx; none by default")),
        Option("--derivative", "same|below", N_("f′ on the same plot, or on one below it")),
        Option("--second", "same|below", N_("the same for f″")),
        Option("--start", "W", N_("where a descent starts, whose path is drawn; none by default")),
        Option("--rate", "λ", N_("its learning rate, 0.1 by default")),
        Option("--epsilon", "ε", N_("how small a change of the loss ends it, 0.01 by default")),
        Option("--max-steps", "N", N_("the step limit, 1000 by default, at most 10000000")),
        *SIDES,
        VALUES,
        Option("--theme", "light|dark|projector", N_("the looks, light by default")),
        *COMMON,
    ),
    examples=(
        ('gdviz render "tg x^2" -o tg.png --at 1.2', N_("the curve with its tangent")),
        ('gdviz render "x^2" -o s.png --at 1 --delta-x -0.5', N_("with a secant as well")),
        (
            'gdviz render "w^2 + 12" -o d.png --start 5 --rate 0.9',
            N_("with the path of a descent"),
        ),
        (
            'gdviz render "sin kx" --values k=3 -o s.png --size 1200x800 --theme dark',
            N_("with a parameter, dark"),
        ),
    ),
)
CHECK = Command(
    name="check",
    usage="gdviz check EXPR ANSWER [--values a=2,…] [--json]",
    about=N_(
        "Check whether ANSWER is the derivative of EXPR, in whatever form it is written, and say "
        "what went wrong if it is not."
    ),
    options=(VALUES, JSON, *COMMON),
    examples=(
        ('gdviz check "tg x^2" "2x (1 + tg^2 x^2)"', N_("an equivalent form is right")),
        ('gdviz check "cos 3x" "3 sin 3x"', N_("a sign that got lost")),
        ('gdviz check "-x^2" "-x" --json', N_("for a program")),
    ),
    arguments=2,
)
SAMPLE = Command(
    name="sample",
    usage=(
        "gdviz sample EXPR [--from A --to B --bottom C --top D] [--size WxH] [--values a=2,…] "
        "[--json]"
    ),
    about=N_(
        "Sample the curve for a screen, true to half a pixel: its pieces, the bands where it "
        "varies faster than pixels, and the marks of what is worth seeing. Bounds of the view "
        "that are not given are those of the automatic view."
    ),
    options=(
        *SIDES,
        Option("--size", "WxH", N_("pixels, 1920x1080 by default")),
        VALUES,
        JSON,
        *COMMON,
    ),
    examples=(
        (
            'gdviz sample "tg x" --from -10 --to 10 --bottom -10 --top 10',
            N_("six poles, each branch by itself"),
        ),
        (
            'gdviz sample "sin x/x" --from -10 --to 10 --bottom -0.5 --top 1.5 --json',
            N_("a hole, for a program"),
        ),
        ('gdviz sample "x^x" --size 800x600', N_("in the automatic view")),
    ),
)
COMMANDS = {command.name: command for command in (DERIVE, DESCEND, CHECK, SAMPLE, RENDER)}
