"""What a call costs in processor time, so that a busy machine changes nothing."""

import time


def cost(function, argument):
    """Return the least time of three calls, in seconds of this process alone."""

    def once():
        begin = time.process_time()
        function(argument)
        return time.process_time() - begin

    return min(once() for _ in range(3))
