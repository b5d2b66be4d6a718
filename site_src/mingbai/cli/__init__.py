"""The command ``mingbai``: parses arguments, calls functions, prints results, exits.

Exit codes are listed in `exits`. Commands import heavy packages when they run, so that
``--help`` is instant.
"""

from typing import Any

import click

import mingbai
from mingbai.cli.check import check
from mingbai.cli.encoding import write_whatever_the_encoding
from mingbai.cli.exchange import exchange
from mingbai.cli.exits import Exit
from mingbai.cli.figures import figures
from mingbai.cli.new import new
from mingbai.cli.publishing import headers, pack, publish
from mingbai.cli.report import join, outline, split
from mingbai.cli.schemas import write_schemas
from mingbai.cli.site import build, stage
from mingbai.cli.status import status
from mingbai.cli.translate import translate
from mingbai.errors import MingbaiError

COMMANDS: tuple[click.Command, ...] = (
    new,
    outline,
    split,
    join,
    figures,
    build,
    stage,
    check,
    status,
    translate,
    exchange,
    write_schemas,
    pack,
    headers,
    publish,
)


class _Commands(click.Group):
    """Prints each of our errors on one line and exits with `Exit.FAILED`."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 (as click's)
        write_whatever_the_encoding()
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click's)
        try:
            return super().invoke(ctx)
        except MingbaiError as error:
            click.echo(str(error), err=True)
            ctx.exit(Exit.FAILED)
        except BrokenPipeError:
            ctx.exit(Exit.CLEAN)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(mingbai.__version__, prog_name="mingbai")
@click.option("--edition", metavar="NAME", help="Name of one edition, such as 2024.")
def main(edition: str | None) -> None:
    """Turn a Chinese government work report into a bilingual public explainer.

    In a project with several editions, a command uses the edition in whose folder you run it, or
    the one that --edition names. Without either, check and status read all editions.
    """
    del edition  # commands read it from click's context: cli/arguments.py


for command in COMMANDS:
    main.add_command(command)
