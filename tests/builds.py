"""Builds of sites, each in a process of its own that has imported everything already.

Imports take as long as a small build. So one process imports what a build needs, and builds
nothing; each build runs in a fork of it.
"""

import multiprocessing
import os
import subprocess

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    ["material", "mkdocs.__main__", "mkdocs.commands.build", "mingbai.site.mkdocs.plugin"]
)


def run_build(*options, cwd, **variables):
    """Run `mkdocs build` in a folder; further variables of the environment may be set.

    Raises:
        subprocess.CalledProcessError: the build did not end well.
    """
    arguments = ["build", *map(str, options)]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables
    process = FORKS.Process(target=_build, args=(arguments, str(cwd), variables))
    process.start()
    process.join()
    if process.exitcode:
        raise subprocess.CalledProcessError(process.exitcode, ["mkdocs", *arguments])


def _build(arguments, cwd, variables):
    from mkdocs.__main__ import cli  # noqa: PLC0415 (not in the process of the tests)

    os.environ.clear()
    os.environ.update(variables)
    os.chdir(cwd)
    cli(arguments)
