"""A hall's server by its address: encrypted and verified unless it is this machine."""

from sqlalchemy import URL, make_url

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def hall_url(text: str) -> URL:
    """The URL for an address; beyond this machine the server must prove who it is.

    ``sslmode=prefer`` and ``require`` accept an impostor, so ``verify-full`` is what an
    address without ``?sslmode=`` means (the authority's certificate lies where libpq looks
    for it, or is named by ``?sslrootcert=``).
    """
    full = text.strip() if "://" in text else f"postgresql://{text.strip()}"
    url = make_url(full).set(drivername="postgresql+psycopg")
    if url.host in _HERE or url.host is None or "sslmode" in url.query:
        return url
    return url.update_query_dict({"sslmode": "verify-full"})
