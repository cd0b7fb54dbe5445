"""Expected failures: each carries one Russian sentence for the person and the HTTP status that tells it."""


class Refusal(Exception):
    """An operation that cannot be done, with the reason and what to do in words for the person."""

    status = 422

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NothingTicked(Refusal):
    """A list was sent with nobody chosen; a page sends her back to the list with the sentence above it."""


class NotAllowed(Refusal):
    """The person sees the thing but may not do this with it."""

    status = 403


class WrongState(Refusal):
    """The thing has moved on: what was asked is not possible in its present state."""

    status = 409


class Stale(Refusal):
    """Somebody saved a newer version since the form was opened."""

    status = 409


class AlreadyDone(Refusal):
    """The same form came twice; the first one stands."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Это уже сделано: второй раз ничего не изменилось.")
